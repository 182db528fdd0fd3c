import Foundation
import SourceText
import Testing

@testable import PlanRules

struct CatalogueTests {
    @Test func namesAreUniqueKebabCase() {
        let ids = PlanRule.catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(!id.isEmpty && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
            #expect(!id.hasPrefix("-") && !id.hasSuffix("-") && !id.contains("--"))
        }
    }

    @Test func everyFileOfRulesIsCatalogued() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/PlanRules/Rules")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
            .map { URL(filePath: $0).lastPathComponent }
        let expected = PlanRule.catalogue.map { rule in
            rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
        }
        #expect(files.sorted() == expected.sorted())
    }

    @Test(arguments: PlanRule.catalogue.map(\.id))
    func everyRuleIsExplained(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        for text in [rule.summary, rule.explanation.fault, rule.explanation.harm, rule.explanation.misses] {
            #expect(!text.isEmpty)
        }
        #expect(!rule.summary.hasSuffix(".") && rule.explanation.fault.hasSuffix("."))
    }

    @Test(arguments: PlanRule.catalogue.map(\.id))
    func badExampleTriggersItsRuleAlone(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        #expect(findings(of: withDefaults(rule), in: files(rule.badExample)).map(\.rule) == [id])
    }

    /// What none but rules in preview ask for is not read where none of them runs.
    @Test(arguments: PlanRule.onByDefault.map(\.id))
    func ruleThatIsAlwaysOnNeedsNoFactsForPreview(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        let bad = files(rule.badExample)
        #expect(findings(in: bad, forPreview: false).map(\.rule) == [id])
    }

    @Test(arguments: PlanRule.catalogue.map(\.id))
    func goodExampleTriggersNothing(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        #expect(findings(of: withDefaults(rule), in: files(rule.goodExample)).map(\.message).isEmpty)
    }

    /// What a user sees who asks for this rule alone beside those that are always on.
    private func withDefaults(_ rule: PlanRule) -> [PlanRule] {
        PlanRule.onByDefault.filter { $0.id != rule.id } + [rule]
    }

    private func files(_ documents: [PlanRule.ExampleDocument]) -> [SourceFile] {
        documents.map { SourceFile(path: $0.name, text: $0.text) }
    }

    @Test func mistypedNamesAreRecognised() {
        #expect(PlanRule.closest(to: "link-brokn")?.id == "link-broken")
        #expect(PlanRule.closest(to: "something-else") == nil)
        #expect(PlanRule.named("link-broken")?.severity == .error)
        #expect(PlanRule.named("no-such-rule") == nil)
    }
}
