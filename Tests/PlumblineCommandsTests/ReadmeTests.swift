import Configuration
import Foundation
import PlanRules
import SourceText
import Testing

/// What the README shows is what the tool does.
@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    private static let readme = try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)

    /// The blocks of one language, without their fences.
    private func blocks(_ language: String) throws -> [String] {
        let text = try #require(ReadmeTests.readme)
        return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    @Test func excerptIsTrue() async throws {
        let block = try #require(try blocks("console").first)
        let lines = block.split(separator: "\n", maxSplits: 1)
        #expect(lines.first == "$ plumbline lint content")
        let result = try await Plumbline.run(["lint", "content"], in: ReadmeTests.root.path)
        #expect(result.status == 1)
        #expect(lines.last.map { $0 + "\n" } ?? "" == result.output)
    }

    @Test func settingsAreValid() throws {
        let block = try #require(try blocks("yaml").first { $0.contains("update-interval:") })
        let findings = PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: block)).1
        #expect(findings.isEmpty)
    }

    @Test func everyRuleIsListed() throws {
        let text = try #require(ReadmeTests.readme)
        for rule in PlanRule.catalogue { #expect(text.contains("`\(rule.id)`"), "\(rule.id) is not in the README") }
    }
}
