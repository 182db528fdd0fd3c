import Plan
package import SourceText

/// What is wrong with updates beside each other and beside their plan.
///
/// - Parameter names: flags and indicators of the plan.
/// - Returns: `update-unreadable` for a second update of one name, `update-name-unknown` for what the plan does not know.
package func updateFindings(_ updates: [Update], names: [String]) -> [Finding] {
    let known = Set(names.map(nameWords))
    let ids = Set(updates.map(\.id))
    var first: [String: Update] = [:]
    return updates.flatMap { update -> [Finding] in
        var findings: [Finding] = []
        if let other = first[update.id] {
            findings.append(
                unreadable(
                    "'\(update.id)' is the name of '\(other.span.path)', too", at: update.span,
                    help: "give one of the two files another name"))
        } else {
            first[update.id] = update
        }
        for name in update.affects where !known.contains(nameWords(name.value)) {
            findings.append(unknown(name.value, "a flag or an indicator of the plan", at: name.span, among: names))
        }
        if let incident = update.incident, !ids.contains(incident.value) {
            findings.append(unknown(incident.value, "the name of an update", at: incident.span, among: ids.sorted()))
        }
        return findings
    }
}

private func unknown(_ name: String, _ wanted: String, at span: SourceSpan, among names: [String]) -> Finding {
    let meant = closestMatch(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return Finding(
        rule: "update-name-unknown", severity: .warning, message: "'\(name.clipped(to: 60))' is not \(wanted)\(meant)",
        at: span, help: "correct the name, or remove it", identity: [name])
}
