import Foundation
import Plan
import PlanPrinting
import PlanReading
import SourceText
import Testing

/// Documents beside the plan that a careful reader takes from them. `RECORD_GOLDENS=1` rewrites the plans and still fails.
@Test(arguments: fixtureNames)
func documentsBecomeThePlanBesideThem(_ name: String) throws {
    let plan = Plan(joining: try fixture(name).map { DocumentFacts($0) })
    let text = planJSON(plan).serialized()
    let golden = fixtureFolder.appending(path: "\(name).json")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
        try Data(text.utf8).write(to: golden)
        Issue.record(
            "'\(golden.lastPathComponent)' was recorded; look at the difference, then run without RECORD_GOLDENS")
        return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(text == expected, "\(name): \(firstDifference(text, expected))")
}

/// A plan whose document was removed or renamed proves nothing.
@Test func everyPlanBelongsToADocument() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtureFolder.path).filter { !$0.hasPrefix(".") }
    let plans = Set(names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
    #expect(plans == Set(fixtureNames))
    #expect(plans.count >= 19)
}

/// What an editor on another system does to a file changes nothing that the plan says.
@Test(arguments: ["strategy", "timeline", "rollback", "checklist", "indicators", "flags-in-code", "hard-wrapped"])
func lineEndingsAndByteOrderMarksChangeNothing(_ name: String) throws {
    let source = try #require(try fixture(name).first)
    let text = source.text(0..<source.bytes.count)
    let expected = withoutPlaces(planJSON(Plan(joining: [DocumentFacts(source)])))
    let variants = [
        text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), "\u{feff}" + text,
        "\u{feff}" + text.replacing("\n", with: "\r\n"),
    ]
    for variant in variants {
        let facts = DocumentFacts(SourceFile(path: source.path, text: variant))
        #expect(facts.findings.isEmpty)
        let found = withoutPlaces(planJSON(Plan(joining: [facts])))
        #expect(found == expected, "\(firstDifference(found.serialized(), expected.serialized()))")
    }
}

/// Documents may come in any order.
@Test func theOrderOfDocumentsDoesNotMatter() throws {
    let facts = try fixture("two-documents").map { DocumentFacts($0) }
    #expect(planJSON(Plan(joining: facts)) == planJSON(Plan(joining: facts.reversed())))
}

/// Every place of a golden is a place in its document.
@Test func placesLieInTheirDocuments() throws {
    for source in try fixture("strategy") + fixture("german") + fixture("emoji-headings") {
        let plan = Plan(joining: [DocumentFacts(source)])
        let spans = plan.phases.map(\.span) + plan.risks.map(\.span) + plan.checklists.flatMap(\.items).map(\.span)
        #expect(!spans.isEmpty)
        for span in spans { #expect(!span.text.isEmpty && !span.text.hasPrefix("#") && !span.text.hasSuffix("\n")) }
        for phase in plan.phases { #expect(phase.span.text.contains(phase.name)) }
    }
}

func withoutPlaces(_ json: OrderedJSON) -> OrderedJSON {
    switch json {
    case .object(let members):
        .object(members.filter { $0.0 != "at" && $0.0 != "mentions" }.map { ($0.0, withoutPlaces($0.1)) })
    case .array(let values): .array(values.map(withoutPlaces))
    case .string(let text): .string(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    default: json
    }
}

private func firstDifference(_ found: String, _ expected: String) -> String {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let line else { return "\(found.count) lines, expected \(expected.count)" }
    return "line \(line + 1) is '\(found[line])', expected '\(expected[line])'"
}
