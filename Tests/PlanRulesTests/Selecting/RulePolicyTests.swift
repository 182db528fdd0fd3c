import SourceText
import Testing

@testable import PlanRules

@Suite struct RulePolicyTests {
    private typealias Choice = RulePolicy.Choice

    private func selectors(_ names: [String]) -> [RuleSelector] { names.map { RuleSelector($0) } }

    private func choice(
        select: [String]? = nil, ignore: [String] = [], levels: [(String, Severity?)] = []
    ) -> RulePolicy.Choice {
        RulePolicy.Choice(
            select: select.map(selectors), ignore: selectors(ignore),
            levels: RuleLevels(levels.map { (RuleSelector($0.0), $0.1) }))
    }

    private func finding(
        _ rule: String, _ severity: Severity = .error, in path: String = "a.md", other: String? = nil
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, message: "m", at: span(path, 1),
            related: other.map { [Finding.Note("n", at: span($0, 1))] } ?? [])
    }

    private func ids(_ policy: RulePolicy) -> [String] { policy.rules.map(\.id) }

    private let all = PlanRule.onByDefault.map(\.id)
    private let flags = PlanRule.onByDefault.map(\.id).filter { $0.hasPrefix("flag-") }

    @Test func nothingSaidIsTheDefault() {
        #expect(ids(RulePolicy()) == all)
        #expect(ids(RulePolicy([choice()])) == all)
        #expect(ids(RulePolicy(includingPreview: true)) == PlanRule.catalogue.map(\.id))
    }

    @Test func selecting() {
        #expect(ids(RulePolicy([choice(select: ["link-broken"])])) == ["link-broken"])
        #expect(ids(RulePolicy([choice(select: ["flag-*"])])) == flags)
        #expect(ids(RulePolicy([choice(select: ["all"])])) == all)
        #expect(ids(RulePolicy([choice(select: ["*"])])) == all)
        #expect(ids(RulePolicy([choice(select: [])])) == [])
        // As they are listed, each once, in whatever order they are named.
        #expect(
            ids(RulePolicy([choice(select: ["link-broken", "flag-*", "flag-undefined"])])) == flags + ["link-broken"])
    }

    @Test func ignoringStandsAboveSelecting() {
        #expect(!ids(RulePolicy([choice(ignore: ["link-broken"])])).contains("link-broken"))
        #expect(
            ids(RulePolicy([choice(select: ["flag-*"], ignore: ["flag-undefined"])]))
                == flags.filter { $0 != "flag-undefined" })
        #expect(ids(RulePolicy([choice(ignore: ["all"])])) == [])
        #expect(ids(RulePolicy([choice(levels: [("flag-*", nil)])])) == all.filter { !$0.hasPrefix("flag-") })
    }

    @Test func theCommandLineStandsAboveTheSettings() {
        let settings = choice(select: ["flag-*"], ignore: ["link-broken"], levels: [("flag-undefined", nil)])
        #expect(ids(RulePolicy([settings, choice(select: ["link-broken"])])) == ["link-broken"])
        #expect(ids(RulePolicy([settings, choice(select: ["flag-undefined"])])) == ["flag-undefined"])
        #expect(
            ids(RulePolicy([settings, choice(ignore: ["flag-day-conflict"])]))
                == flags.filter { !["flag-undefined", "flag-day-conflict"].contains($0) })
        #expect(ids(RulePolicy([settings, choice(select: ["all"])])) == all)
    }

    @Test(arguments: PlanRule.catalogue.filter(\.isPreview).map(\.id))
    func previewRunsWhenItIsAskedFor(rule: String) {
        #expect(!ids(RulePolicy()).contains(rule))
        #expect(!ids(RulePolicy([choice(select: ["all"])])).contains(rule))
        #expect(!ids(RulePolicy([choice(select: ["\(rule.prefix(3))*"])])).contains(rule))
        #expect(ids(RulePolicy([choice(select: [rule])])) == [rule])
        #expect(ids(RulePolicy([choice(select: ["preview"])])).contains(rule))
        #expect(ids(RulePolicy([choice(select: ["\(rule.prefix(3))*"])], includingPreview: true)).contains(rule))
        #expect(!ids(RulePolicy([choice(ignore: ["preview"])], includingPreview: true)).contains(rule))
    }

    @Test func inputFaultsAreToldUnlessTheyAreNamed() {
        let fault = finding("encoding-invalid", .warning)
        #expect(RulePolicy([choice(select: ["flag-*"])]).rated([fault]) == [fault])
        #expect(RulePolicy([choice(ignore: ["all"])]).rated([fault]) == [fault])
        #expect(RulePolicy([choice(ignore: ["encoding-*"])]).rated([fault]) == [])
        #expect(RulePolicy([choice(levels: [("encoding-invalid", .error)])]).rated([fault]).map(\.severity) == [.error])
        let settings = choice(ignore: ["encoding-invalid"])
        #expect(RulePolicy([settings, choice(select: ["encoding-invalid"])]).rated([fault]) == [fault])
        #expect(RulePolicy([settings]).tells("encoding-invalid") == false)
        #expect(RulePolicy([choice(select: ["flag-*"])]).tells("link-broken") == false)
    }

    @Test func theMostExactLevelCounts() {
        let policy = RulePolicy([
            choice(levels: [
                ("link-broken", .info), ("link-*", .warning), ("all", .error), ("flag-*", .warning), ("flag-d*", .info),
            ])
        ])
        let found = ["link-broken", "phase-days-gap", "flag-undefined", "flag-day-conflict"].map {
            finding($0, .warning)
        }
        #expect(policy.rated(found).map(\.severity) == [.info, .error, .warning, .info])
        #expect(
            RulePolicy([choice(levels: [("flag-*", .info), ("flag-*", .error)])]).rated([found[2]]).map(\.severity) == [
                .error
            ])
        // What nobody speaks of stays as it is, to the last field.
        #expect(RulePolicy().rated(found) == found)
    }

    @Test func scopes() {
        let policy = RulePolicy(
            [choice(levels: [("link-broken", .warning)])],
            scopes: [
                .init(choice(ignore: ["flag-*"], levels: [("link-broken", .info)])) { $0.hasPrefix("old/") },
                .init(choice(levels: [("link-broken", .error), ("phase-days-gap", nil)])) { $0.hasSuffix("x.md") },
            ])
        func told(_ rule: String, _ path: String, _ other: String? = nil) -> Severity? {
            policy.rated([finding(rule, .warning, in: path, other: other)]).first?.severity
        }
        #expect(told("link-broken", "a.md") == .warning)
        #expect(told("link-broken", "old/a.md") == .info)
        // Of several the later counts.
        #expect(told("link-broken", "old/x.md") == .error)
        #expect(told("flag-undefined", "old/a.md") == nil)
        #expect(told("flag-undefined", "a.md") == .warning)
        // Either of two places is enough.
        #expect(told("flag-undefined", "a.md", "old/b.md") == nil)
        #expect(told("phase-days-gap", "x.md") == nil)
    }

    @Test func strict() {
        let found = ["suppression-unused", "baseline-stale", "link-broken"].map { finding($0, .warning) }
        #expect(RulePolicy(isStrict: true).rated(found).map(\.severity) == [.error, .error, .warning])
        #expect(RulePolicy([choice(ignore: ["baseline-stale"])], isStrict: true).rated(found).count == 2)
    }

    @Test(arguments: [
        ("flag-undefind", "there is no rule 'flag-undefind'; did you mean 'flag-undefined'?"),
        ("xyzzy", "there is no rule 'xyzzy'"), ("", "there is no rule ''"), ("al", "there is no rule 'al'"),
        ("preveiw", "there is no rule 'preveiw'; did you mean 'preview'?"),
        ("flg-*", "no rule begins with 'flg-'"), ("f*g", "there is no rule 'f*g'"),
        ("Link-Broken", "there is no rule 'Link-Broken'; did you mean 'link-broken'?"),
        ("enconding-invalid", "there is no rule 'enconding-invalid'; did you mean 'encoding-invalid'?"),
    ])
    func namesThatAreNone(name: String, fault: String) { #expect(RuleSelector(name).fault == fault) }

    @Test(arguments: ["all", "*", "preview", "flag-*", "link-broken", "suppression-unused", "suppression-*"])
    func names(name: String) { #expect(RuleSelector(name).fault == nil) }
}
