import Foundation
import Plan
import PlanPrinting
import PlanReading
import SourceText
import Testing

/// Documents are read on all cores. That must show in nothing but the time.
struct SideBySideTests {
    /// Every fixture many times, each under a name and in a folder of its own.
    private static func documents() throws -> [SourceFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: fixtureFolder.path).sorted()
        let fixtures = try names.filter { $0.hasSuffix(".md") }.flatMap { try fixture(String($0.dropLast(3))) }
        return (0..<150).map {
            SourceFile(path: "plan\($0 % 7)/part-\($0).md", bytes: fixtures[$0 % fixtures.count].bytes)
        }
    }

    @Test func planAndFindingsAreThoseOfASerialRun() throws {
        let sources = try SideBySideTests.documents()
        let serial = sources.map { DocumentFacts($0) }
        let expected = planJSON(Plan(joining: serial)).serialized()
        for _ in 1...3 {
            let facts = DocumentFacts.read(sources)
            #expect(facts.map(\.document.path) == sources.map(\.path))
            #expect(facts.flatMap(\.findings) == serial.flatMap(\.findings))
            #expect(planJSON(Plan(joining: facts)).serialized() == expected)
        }
    }

    @Test func orderOfTheDocumentsDoesNotMatter() throws {
        let sources = try SideBySideTests.documents()
        let expected = planJSON(Plan(joining: DocumentFacts.read(sources))).serialized()
        #expect(planJSON(Plan(joining: DocumentFacts.read(sources.reversed()))).serialized() == expected)
    }
}
