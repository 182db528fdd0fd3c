import Plan
import SourceText
import Testing

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

/// Runs every rule on the documents; what is missing and what was not expected, of whatever rule, both fail.
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

/// No rule says anything about the documents.
func expectSilence(in documents: [(name: String, text: String)], location: SourceLocation = #_sourceLocation) throws {
    try verify([], of: nil, in: documents, location)
}

func expectSilence(in text: String, location: SourceLocation = #_sourceLocation) throws {
    try verify([], of: nil, in: [("plan.md", text)], location)
}

private func verify(
    _ expected: [ExpectedFinding], of rule: PlanRule?, in documents: [(name: String, text: String)],
    _ location: SourceLocation
) throws {
    let marked = try MarkedText(documents)
    var findings = findings(in: marked.files)
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

/// Findings of all rules on documents that are the whole folder; what leads out of it is not known.
func findings(in files: [SourceFile]) -> [Finding] {
    let plan = planOf(files)
    let names = Set(files.map(\.path))
    let links = LinkIndex(of: plan) { $0.hasPrefix("..") ? nil : names.contains($0) }
    return runRules(on: RuleInput(plan: plan, links: links), includingPreview: true)
}

private func description(of finding: Finding) -> String { LintReport(findings: [finding], documentCount: 1).text() }
