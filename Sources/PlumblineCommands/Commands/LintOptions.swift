import ArgumentParser
import Configuration
import PlanRules
import SourceText

/// Which settings count: shared by the commands that find them by themselves.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take the settings from this file; else from the closest plumbline.yml above what is checked.",
            valueName: "file"))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Take no settings from any file.")
    var ignoresSettings = false

    func validate() throws {
        if config != nil, ignoresSettings { throw ValidationError("'--config' and '--no-config' exclude each other") }
    }

    var source: SettingsSource { ignoresSettings ? .none : config.map { .file($0) } ?? .search }
}

/// Which rules run.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run these rules: names with commas between them, 'flag-*', 'all' or 'preview'.", valueName: "rules"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Do not run these rules, named as for --select.", valueName: "rules"))
    var ignore: [String] = []

    @Flag(help: "Run the rules in preview too: they infer from loose prose.")
    var preview = false

    /// - Throws: for a name that no rule has.
    func choice() throws(CommandError) -> RulePolicy.Choice {
        RulePolicy.Choice(
            select: select.isEmpty ? nil : try selectors(select, of: "--select"),
            ignore: try selectors(ignore, of: "--ignore"))
    }

    private func selectors(_ lists: [String], of option: String) throws(CommandError) -> [RuleSelector] {
        var selectors: [RuleSelector] = []
        for name in names(lists) {
            let selector = RuleSelector(name)
            if let fault = selector.fault { throw CommandError("'\(option)': \(shown(fault))", help: ruleListHelp) }
            selectors.append(selector)
        }
        return selectors
    }

    func names(_ lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }
}

/// What is shown, and what makes a run fail.
struct SeverityOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Show nothing quieter; it still makes the run fail. Else all is shown.", valueName: "level"))
    var minSeverity: Severity?

    @Option(help: ArgumentHelp("The quietest finding that makes the run fail; else warning.", valueName: "level"))
    var failOn: FailureLevel?

    @Flag(help: "End with status 0 whatever is found.")
    var exitZero = false

    /// What the command line says; nil where it says nothing.
    var failureLevel: FailureLevel? { exitZero ? .never : failOn }
}

/// Findings that are known already.
struct BaselineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Leave out the findings that this file knows.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Write what is found as the baseline; without a name, plumbline-baseline.json beside plumbline.yml.")
    var writeBaseline = false
}

extension Severity: ExpressibleByArgument {}
extension FailureLevel: ExpressibleByArgument {}
