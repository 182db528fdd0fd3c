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
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
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
        let rules = findings(in: rule.badExample.map { SourceFile(path: $0.name, text: $0.text) }).map(\.rule)
        #expect(rules == [id])
    }

    @Test(arguments: PlanRule.catalogue.map(\.id))
    func goodExampleTriggersNothing(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        let findings = findings(in: rule.goodExample.map { SourceFile(path: $0.name, text: $0.text) })
        #expect(findings.map(\.message).isEmpty)
    }

    @Test func mistypedNamesAreRecognised() {
        #expect(PlanRule.closest(to: "link-brokn")?.id == "link-broken")
        #expect(PlanRule.closest(to: "something-else") == nil)
        #expect(PlanRule.named("link-broken")?.severity == .error)
        #expect(PlanRule.named("no-such-rule") == nil)
    }
}
