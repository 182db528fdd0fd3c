import Plan
import SourceText
import Testing
import Updates

@testable import PlanRules

/// A finding that a test waits for.
struct ExpectedFinding {
    let mark: Int
    let message: String
    let notes: [Int]
    /// nil for the rule under test.
    let rule: PlanRule?

    /// - Parameters:
    ///   - mark: The stretch that the finding points at, exactly.
    ///   - message: A part of the message.
    ///   - notes: The stretches of all its notes, in order.
    static func at(_ mark: Int, _ message: String, note notes: Int..., rule: PlanRule? = nil) -> ExpectedFinding {
        ExpectedFinding(mark: mark, message: message, notes: notes, rule: rule)
    }
}

/// Runs the rule, and those that expectations name, on the documents; what is missing and what was not expected both fail.
func expect(
    _ rule: PlanRule, in documents: [(name: String, text: String)], reports expected: ExpectedFinding...,
    location: SourceLocation = #_sourceLocation
) throws {
    try verify(expected, of: rule, in: documents, location)
}

func expect(
    _ rule: PlanRule, in text: String, reports expected: ExpectedFinding..., location: SourceLocation = #_sourceLocation
) throws {
    try verify(expected, of: rule, in: [("plan.md", text)], location)
}

/// No rule that is on by default says anything about the documents.
func expectSilence(in documents: [(name: String, text: String)], location: SourceLocation = #_sourceLocation) throws {
    try verify([], of: nil, in: documents, location)
}

/// The rule says nothing about the document.
func expectSilence(of rule: PlanRule, in text: String, location: SourceLocation = #_sourceLocation) throws {
    try verify([], of: rule, in: [("plan.md", text)], location)
}

/// The rule says nothing about the documents.
func expectSilence(
    of rule: PlanRule, in documents: [(name: String, text: String)], location: SourceLocation = #_sourceLocation
) throws {
    try verify([], of: rule, in: documents, location)
}

func expectSilence(in text: String, location: SourceLocation = #_sourceLocation) throws {
    try verify([], of: nil, in: [("plan.md", text)], location)
}

private func verify(
    _ expected: [ExpectedFinding], of rule: PlanRule?, in documents: [(name: String, text: String)],
    _ location: SourceLocation
) throws {
    let marked = try MarkedText(documents)
    let named = expected.compactMap(\.rule) + [rule].compactMap(\.self)
    var findings = findings(of: rule == nil ? PlanRule.onByDefault : distinct(named), in: marked.files)
    for expectation in expected {
        let name = expectation.rule?.id ?? rule?.id
        let span = try marked.span(expectation.mark)
        let notes = try expectation.notes.map(marked.span)
        let match = findings.firstIndex {
            $0.rule == name && $0.span == span && $0.message.contains(expectation.message)
                && $0.related.map(\.span) == notes
        }
        if let match {
            findings.remove(at: match)
        } else {
            Issue.record(
                "missing: \(name ?? "") at '\(span.text)' (\(place(span))): \(expectation.message)",
                sourceLocation: location)
        }
    }
    for finding in findings {
        Issue.record("not expected:\n\(description(of: finding))", sourceLocation: location)
    }
}

private func distinct(_ rules: [PlanRule]) -> [PlanRule] {
    PlanRule.catalogue.filter { rule in rules.contains { $0.id == rule.id } }
}

/// Findings of rules on documents that are the whole folder; what leads out of it is not known.
func findings(
    of rules: [PlanRule] = PlanRule.onByDefault, in files: [SourceFile], forPreview: Bool = true
) -> [Finding] {
    let documents = files.filter { !Update.isUpdateByItsPlace($0, at: $0.path) }
    let updates = files.filter { Update.isUpdateByItsPlace($0, at: $0.path) }.compactMap {
        Update.read($0, hasZone: true).update
    }
    let plan = planOf(documents, forPreview: forPreview)
    let names = Set(files.map(\.path))
    let links = LinkIndex(of: plan) { $0.hasPrefix("..") ? nil : names.contains($0) }
    return runRules(rules, on: RuleInput(plan: plan, links: links, updates: updates))
}

private func description(of finding: Finding) -> String { LintReport(findings: [finding], documentCount: 1).text() }
