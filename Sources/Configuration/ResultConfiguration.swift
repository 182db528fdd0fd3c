import DataNotations
package import Plan
import SourceText

/// A command whose exit status says whether an item of the plan is done.
package struct CheckConfiguration: Sendable {
    /// The item's id or text.
    package let item: Claim<String>
    /// Program and arguments, as they are passed on; never empty.
    package let command: [String]
    /// Seconds after which it counts as failed.
    package let timeout: Double
    /// Relative to the folder of the settings; nil for that folder.
    package let directory: String?

    package static let standardTimeout = 30.0
}

/// That a test or a result means an item of the plan.
package struct ResultNameConfiguration: Sendable {
    /// `suite/test name`.
    package let result: Claim<String>
    /// The item's id or text.
    package let item: Claim<String>
}

extension CheckConfiguration {
    static let keys = ["command", "timeout", "directory"]

    static func read(_ member: DataMember, _ reader: inout KeyReader) -> [CheckConfiguration] {
        guard reader.isObject(member) else { return [] }
        return member.value.members.compactMap { check in
            guard reader.isObject(check) else {
                if check.value.isNull { reader.findings.append(missing(check)) }
                return nil
            }
            var command: [String]?
            var timeout: Double?
            var directory: String?
            var keys = reader.nested(CheckConfiguration.keys)
            keys.read(check.value) { member, keys in
                switch member.key {
                case "command": command = keys.arguments(member)
                case "timeout": timeout = keys.seconds(member)
                case "directory": directory = keys.path(member)?.value
                default: break
                }
            }
            reader.findings += keys.findings
            guard let command else {
                if keys.findings.isEmpty { reader.findings.append(missing(check)) }
                return nil
            }
            return CheckConfiguration(
                item: Claim(check.key, at: check.keySpan, .field), command: command,
                timeout: timeout ?? standardTimeout, directory: directory)
        }
    }

    private static func missing(_ check: DataMember) -> Finding {
        invalid(
            "the check of '\(check.key)' has no command", at: check.keySpan,
            help: "write command: [program, argument], each word by itself")
    }
}

extension ResultNameConfiguration {
    static func read(_ member: DataMember, _ reader: inout KeyReader) -> [ResultNameConfiguration] {
        guard reader.isObject(member) else { return [] }
        return member.value.members.compactMap { name in
            guard let item = reader.text(name), !item.isEmpty else { return nil }
            return ResultNameConfiguration(
                result: Claim(name.key, at: name.keySpan, .field), item: Claim(item, at: name.value.span, .field))
        }
    }
}
