import DataNotations
package import Plan
import SourceText

/// The server that is asked for what no file measures.
package struct PrometheusConfiguration: Sendable {
    /// Where a secret is kept; never in the settings themselves.
    package enum Credentials: Sendable, Hashable {
        /// A file that holds a bearer token, relative to the configuration's folder.
        case tokenFile(Claim<String>)
        /// A variable of the environment that holds it.
        case tokenVariable(Claim<String>)
        /// Variables that hold a name and a password.
        case passwordVariables(user: Claim<String>, password: Claim<String>)
    }

    /// `https://metrics.example/prometheus`, without `/api/v1`.
    package let url: Claim<String>
    /// Seconds for a request with its answer.
    package var timeout = 10.0
    /// Tries after the first.
    package var retries = 3
    package var credentials: Credentials?
    /// Certificates to be trusted instead of the system's, relative to the configuration's folder.
    package var certificateFile: Claim<String>?
    /// Sent as `X-Scope-OrgID`.
    package var tenant: String?
}

extension PrometheusConfiguration {
    static let keys = [
        "url", "timeout", "retries", "token-file", "token-env", "user-env", "password-env", "ca-file", "tenant",
    ]

    /// - Returns: nil, with a finding, without an address.
    init?(_ member: DataMember, _ reader: inout KeyReader) {
        guard reader.isObject(member) else { return nil }
        var texts: [String: Claim<String>] = [:]
        var timeout: Double?
        var retries: Int?
        var keys = reader.nested(Self.keys)
        keys.read(member.value) { member, keys in
            switch member.key {
            case "timeout": timeout = keys.seconds(member)
            case "retries": retries = keys.retries(member)
            case "token-file", "ca-file": texts[member.key] = keys.path(member)
            default: texts[member.key] = keys.text(member).map { Claim($0, at: member.value.span, .field) }
            }
        }
        reader.findings += keys.findings
        guard let url = texts["url"] else {
            if keys.findings.isEmpty {
                reader.findings.append(invalid("'\(member.key)' has no 'url'", at: member.keySpan))
            }
            return nil
        }
        self.url = url
        self.timeout = timeout ?? 10
        self.retries = retries ?? 3
        certificateFile = texts["ca-file"]
        tenant = texts["tenant"]?.value
        credentials = Self.credentials(texts, &reader)
    }

    private static func credentials(_ texts: [String: Claim<String>], _ reader: inout KeyReader) -> Credentials? {
        let (user, password) = (texts["user-env"], texts["password-env"])
        if let alone = user ?? password, user == nil || password == nil {
            let missing = user == nil ? "user-env" : "password-env"
            reader.findings.append(invalid("'\(missing)' is missing beside this", at: alone.span))
        }
        let ways: [(key: String, way: Credentials?)] = [
            ("token-file", texts["token-file"].map { .tokenFile($0) }),
            ("token-env", texts["token-env"].map { .tokenVariable($0) }),
            ("user-env", user.flatMap { user in password.map { .passwordVariables(user: user, password: $0) } }),
        ]
        let given = ways.filter { $0.way != nil }
        if given.count > 1, let span = texts[given[1].key]?.span {
            reader.findings.append(
                invalid("'\(given[1].key)' cannot stand beside '\(given[0].key)'", at: span, help: "keep one of them"))
        }
        return given.first?.way
    }
}

extension KeyReader {
    /// 0 to 10.
    fileprivate mutating func retries(_ member: DataMember) -> Int? {
        if let number = member.value.numberValue, let count = Int(exactly: number), (0...10).contains(count) {
            return count
        }
        findings.append(
            invalid(
                "'\(member.key)' is '\(member.value.span.text.prefix(60))', but has to be a whole number from 0 to 10",
                at: member.value.span))
        return nil
    }
}
