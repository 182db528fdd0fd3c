package import Plan
package import SourceText

/// What is left of a run's findings when comments in the documents have allowed some, with what is wrong with the comments.
package struct AllowedFindings: Sendable {
    /// In no particular order.
    package private(set) var findings: [Finding] = []
    /// Those that were allowed, each with the reason that a comment gives.
    package private(set) var allowed: [SilencedFinding] = []

    /// - Parameters:
    ///   - rules: The rules that ran: a comment on another is not called unused.
    ///   - today: What `until` is held against; the last day still counts.
    ///   - isStrict: Comments without a reason are told too.
    package init(
        _ found: [Finding], in documents: [PlanDocument],
        rules: [PlanRule] = PlanRule.onByDefault, today: CivilDate, isStrict: Bool = false
    ) {
        let index = SuppressionIndex(documents.flatMap(\.suppressions), today)
        guard !index.isEmpty else {
            findings = found
            return
        }
        var used: Set<Int> = []
        for finding in found {
            let allowing = index.allowing(finding)
            used.formUnion(allowing)
            if allowing.isEmpty {
                findings.append(finding)
            } else {
                allowed.append(SilencedFinding(finding, .comment(reason: index.reason(of: allowing))))
            }
        }
        findings += index.faults(used: used, ran: Set(rules.map(\.id)))
        if isStrict { findings += documents.flatMap(\.suppressions).compactMap(withoutReason) }
    }
}

/// Tells of a comment that does not say why.
private func withoutReason(_ comment: Suppression) -> Finding? {
    guard (comment.reason ?? "").allSatisfy(\.isWhitespace) else { return nil }
    let names = comment.rules.map(\.name)
    return Finding(
        rule: "suppression-without-reason", severity: .warning,
        message: "\(names.map { "'\($0)'" }.joined(separator: ", ")) is allowed here without a reason",
        at: comment.span, help: "add reason=\"…\" to the comment", identity: names)
}

/// Every rule that a comment names, by document and rule.
private struct SuppressionIndex {
    private struct Entry {
        let name: Suppression.RuleName
        let comment: Suppression
        let isExpired: Bool
    }
    private struct Key: Hashable {
        let path: String
        let rule: String
    }
    private var entries: [Entry] = []
    private var byKey: [Key: [Int]] = [:]

    init(_ comments: [Suppression], _ today: CivilDate) {
        for comment in comments {
            let isExpired = comment.until.map { $0.value < today } ?? false
            for name in comment.rules {
                if !isExpired { byKey[Key(path: name.span.path, rule: name.name), default: []].append(entries.count) }
                entries.append(Entry(name: name, comment: comment, isExpired: isExpired))
            }
        }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// The entries that allow a finding: on either of its sides.
    func allowing(_ finding: Finding) -> [Int] {
        let places = [finding.span].compactMap(\.self) + finding.related.map(\.span)
        return places.flatMap { span in
            byKey[Key(path: span.path, rule: finding.rule), default: []].filter {
                entries[$0].comment.reach.contains(span.range.lowerBound)
            }
        }
    }

    /// The first reason that entries give.
    func reason(of indices: [Int]) -> String? { indices.lazy.compactMap { entries[$0].comment.reason }.first }

    /// Comments that name no rule, have ended, or allow nothing.
    func faults(used: Set<Int>, ran: Set<String>) -> [Finding] {
        entries.enumerated().compactMap { index, entry in
            let name = entry.name.name
            let isInput = InputFault.named(name) != nil
            guard isInput || PlanRule.named(name) != nil else { return unknown(entry.name) }
            if entry.isExpired { return expired(entry.comment, name) }
            guard !used.contains(index), isInput || ran.contains(name) else { return nil }
            return Finding(
                rule: "suppression-unused", severity: .warning, message: "nothing here is found by '\(name)'",
                at: entry.name.span, help: "remove the comment, or move it to what it is to allow",
                identity: [name, entry.comment.reason ?? ""])
        }
    }

    private func unknown(_ name: Suppression.RuleName) -> Finding {
        let close = PlanRule.closest(to: name.name).map { "did you mean '\($0.id)'? " } ?? ""
        return Finding(
            rule: "suppression-unknown-rule", severity: .error, message: "there is no rule '\(name.name)'",
            at: name.span, help: "\(close)`plumbline explain` lists the rules", identity: [name.name])
    }

    private func expired(_ comment: Suppression, _ name: String) -> Finding? {
        comment.until.map { until in
            Finding(
                rule: "suppression-expired", severity: .error,
                message: "'\(name)' was allowed here until \(until.value)", at: until.span,
                help: "mend what is found, or give the comment another date and a reason",
                identity: [name, until.value.description])
        }
    }
}
