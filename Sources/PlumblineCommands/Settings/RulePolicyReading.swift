import Configuration
import Plan
import PlanRules
import SourceText

/// What settings and command line together say of rules.
///
/// - Parameter folder: That paths of documents are relative to; empty for the working folder.
/// - Throws: for a name that no rule has, with its place in the settings, and what was probably meant.
func rulePolicy(
    _ settings: Settings?, documentsIn folder: String = "", commandLine: RulePolicy.Choice? = nil,
    includingPreview: Bool = false, isStrict: Bool = false
) throws(CommandError) -> RulePolicy {
    guard let settings else {
        return RulePolicy(
            [commandLine].compactMap(\.self), includingPreview: includingPreview, isStrict: isStrict)
    }
    let lint = settings.configuration.lint
    var names = SettingsNames()
    let choice = RulePolicy.Choice(
        select: lint.select.map { names.selectors($0) }, ignore: names.selectors(lint.ignore),
        levels: names.levels(lint.levels))
    let base = absoluteFolder(folder)
    let scopes = lint.scopes.map { scope in
        RulePolicy.Scope(
            RulePolicy.Choice(ignore: names.selectors(scope.ignore), levels: names.levels(scope.levels))
        ) { path in
            let path = path.hasPrefix("/") ? path : normalized("\(base)/\(path)")
            return scope.patterns.contains { $0.matches(path, from: settings.resolvedFolder) }
        }
    }
    guard names.findings.isEmpty else { throw unusable(names.findings, in: settings.path) }
    return RulePolicy(
        [choice] + [commandLine].compactMap(\.self), includingPreview: includingPreview || lint.includesPreview,
        scopes: scopes, isStrict: isStrict)
}

/// Names of rules in settings, with what is wrong with them.
private struct SettingsNames {
    private(set) var findings: [Finding] = []

    mutating func selectors(_ claims: [Claim<String>]) -> [RuleSelector] { claims.map { selector($0) } }

    mutating func levels(_ levels: [RuleLevel]) -> RuleLevels {
        RuleLevels(levels.map { (selector($0.rule), $0.severity) })
    }

    private mutating func selector(_ claim: Claim<String>) -> RuleSelector {
        let selector = RuleSelector(claim.value)
        if let fault = selector.fault { findings.append(settingsFault(fault, at: claim.span, help: ruleListHelp)) }
        return selector
    }
}

let ruleListHelp = "'plumbline explain' lists all rules; 'flag-*', 'all' and 'preview' name several"
