import DataNotations
import Plan
import SourceText

extension LintConfiguration {
    static let keys = [
        "select", "ignore", "preview", "severity", "per-path", "min-severity", "fail-on", "baseline",
    ]
    static let scopeKeys = ["paths", "ignore", "severity"]

    /// No repository has as many; every document with a finding is held against each.
    private static let mostPatterns = 1000

    init(_ member: DataMember, _ reader: inout KeyReader) {
        self.init()
        guard reader.isObject(member) else { return }
        var keys = reader.nested(LintConfiguration.keys)
        keys.read(member.value) { member, keys in
            switch member.key {
            case "select": select = member.value.isNull ? nil : keys.claims(member)
            case "ignore": ignore = keys.claims(member)
            case "preview": includesPreview = keys.bool(member) ?? false
            case "severity": levels = readLevels(member, &keys)
            case "per-path": scopes = readScopes(member, &keys)
            case "min-severity":
                minSeverity = keys.choice(member, of: Severity.allCases.map(\.rawValue)).flatMap(
                    Severity.init(rawValue:))
            case "fail-on":
                failureLevel = keys.choice(member, of: FailureLevel.allCases.map(\.rawValue))
                    .flatMap(FailureLevel.init(rawValue:))
            case "baseline": baseline = keys.path(member)
            default: break
            }
        }
        reader.findings += keys.findings
    }

    private func readLevels(_ member: DataMember, _ reader: inout KeyReader) -> [RuleLevel] {
        guard reader.isObject(member) else { return [] }
        return member.value.members.compactMap { rule in
            guard let level = reader.choice(rule, of: Severity.allCases.map(\.rawValue) + ["off"]) else { return nil }
            return RuleLevel(rule: Claim(rule.key, at: rule.keySpan, .field), severity: Severity(rawValue: level))
        }
    }

    private func readScopes(_ member: DataMember, _ reader: inout KeyReader) -> [PathScope] {
        guard reader.isList(member) else { return [] }
        let scopes = member.value.elements.compactMap { readScope($0, &reader) }
        let count = scopes.reduce(0) { $0 + $1.patterns.count }
        if count > LintConfiguration.mostPatterns {
            reader.findings.append(
                invalid(
                    "'per-path' has \(count) patterns; at most \(LintConfiguration.mostPatterns) are held against each document",
                    at: member.keySpan, help: "name folders instead of files"))
        }
        return scopes
    }

    private func readScope(_ value: DataValue, _ reader: inout KeyReader) -> PathScope? {
        guard case .object(let members) = value.kind else {
            reader.findings.append(
                invalid(
                    "an entry of 'per-path' is \(value.kind.phrase), but has to be a set of keys", at: value.span,
                    help: "write - paths: [\"archive/**\"] and below it ignore or severity"))
            return nil
        }
        var paths: [Claim<String>] = []
        var ignore: [Claim<String>] = []
        var levels: [RuleLevel] = []
        var keys = reader.nested(LintConfiguration.scopeKeys)
        keys.read(value) { member, keys in
            switch member.key {
            case "paths": paths = keys.paths(member)
            case "ignore": ignore = keys.claims(member)
            case "severity": levels = readLevels(member, &keys)
            default: break
            }
        }
        reader.findings += keys.findings
        if paths.isEmpty, keys.findings.isEmpty {
            reader.findings.append(
                invalid(
                    "an entry of 'per-path' has no 'paths'", at: members.first?.keySpan ?? value.span,
                    help: "add paths: [\"archive/**\"]"))
        }
        return PathScope(patterns: paths.map { PathPattern($0.value) }, ignore: ignore, levels: levels)
    }
}
