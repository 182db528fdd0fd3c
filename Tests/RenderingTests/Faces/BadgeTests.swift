import Assessment
import Foundation
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct BadgeTests {
    static let verdicts: [(verdict: PlanVerdict, word: String, isError: Bool)] = [
        (.critical, "critical", true), (.alert, "alert", true), (.unknown, "unknown", true),
        (.offPlan, "off plan", false), (.onPlan, "on plan", false),
    ]

    @Test(arguments: verdicts.indices) func sameWordInBoth(index: Int) {
        let (verdict, word, isError) = Self.verdicts[index]
        let badge = Badge(Example.report(assessment: Example.assessment(verdict: verdict)))
        #expect(badge.message == word)
        #expect(badge.svg.contains(">\(word)</text>"))
        let json = badge.endpoint.serialized()
        #expect(json.contains("\"isError\": \(isError)"))
        #expect(json.contains("\"message\": \"\(word)\""))
    }

    /// Without colour and without the word it is still another picture.
    @Test func eachVerdictHasItsShape() {
        let shapes = Self.verdicts.map { entry in
            let svg = Badge(Example.report(assessment: Example.assessment(verdict: entry.verdict))).svg
            return svg.split(separator: "\n").first { $0.contains("scale(0.75)") }.map {
                $0.split(separator: ">")[1...]
            }
        }
        #expect(Set(shapes.map { "\($0 ?? [])" }).count == Self.verdicts.count)
    }

    @Test func saysAsOfWhen() {
        #expect(
            Badge(Example.report()).title
                == "Lifecycle hooks migration: Alert: hold day 9, as of 30 Nov 2026, 14:07 CET")
    }

    @Test(arguments: Example.reportNames) func drawsNothingButItself(_ name: String) {
        let svg = Badge(Example.report(called: name)).svg
        #expect(!svg.contains("href") && !svg.contains("style") && !svg.contains("<script"))
        #expect(svg.ranges(of: "http").count == 1, "the name space and no address")
    }

    @Test func longTitleEndsAtAWord() {
        let badge = Badge(Example.longNamesReport)
        #expect(badge.label == "The plan with the long names,…")
        #expect(badge.title.hasPrefix("The plan with the long names, Betriebs"))
    }
}
