package import SourceText

/// Which rules run, and how loud what is found is told: settings first, command line above them.
package struct RulePolicy: Sendable {
    /// What one place says of rules: the settings, or the command line.
    package struct Choice: Sendable {
        /// nil leaves what was selected before.
        package var select: [RuleSelector]?
        package var ignore: [RuleSelector]
        package var levels: RuleLevels

        package init(
            select: [RuleSelector]? = nil, ignore: [RuleSelector] = [], levels: RuleLevels = RuleLevels()
        ) {
            self.select = select
            self.ignore = ignore
            self.levels = levels
        }
    }

    /// What is said of documents of some paths.
    package struct Scope: Sendable {
        let matches: @Sendable (_ path: String) -> Bool
        let choice: Choice

        /// - Parameter matches: Asked once for each document with findings.
        package init(_ choice: Choice, matches: @escaping @Sendable (_ path: String) -> Bool) {
            self.matches = matches
            self.choice = choice
        }
    }

    /// Those that run, as they are listed to users.
    package private(set) var rules: [PlanRule]
    /// Whether one of them is in preview.
    package var runsPreview: Bool { rules.contains(where: \.isPreview) }
    /// What is not told: rules that do not run, and faults of inputs.
    private var ignored: Set<String> = []
    private let levels: [RuleLevels]
    private let scopes: [Scope]
    /// Comments and entries of a baseline that stand for nothing are errors.
    package let isStrict: Bool

    /// - Parameter choices: What is said later stands above what is said before: whoever selects takes back what was
    ///   ignored there.
    package init(
        _ choices: [Choice] = [], includingPreview: Bool = false, scopes: [Scope] = [], isStrict: Bool = false
    ) {
        rules = includingPreview ? PlanRule.catalogue : PlanRule.onByDefault
        levels = choices.map(\.levels)
        self.scopes = scopes
        self.isStrict = isStrict
        for choice in choices {
            if let select = choice.select {
                rules = PlanRule.catalogue.filter { rule in
                    select.contains { $0.selects(rule, includingPreview: includingPreview) }
                }
                ignored = ignored.filter { name in !select.contains { $0.covers(name, isRule: isRule(name)) } }
            }
            ignored.formUnion(choice.levels.off)
            ignored.formUnion(
                RuleSelector.names.filter { name in
                    choice.ignore.contains { $0.covers(name, isRule: isRule(name)) }
                })
            rules.removeAll { ignored.contains($0.id) }
        }
    }

    /// Whether a finding of this name would be told if there were one.
    package func tells(_ name: String) -> Bool {
        guard !ignored.contains(name) else { return false }
        return !isRule(name) || rules.contains { $0.id == name }
    }

    /// Whether a rule or a fault of inputs has this name.
    package func knows(_ name: String) -> Bool { RuleSelector.names.contains(name) }

    /// Findings as loud as they are to be told, without those that are not.
    package func rated(_ findings: [Finding]) -> [Finding] {
        var scopesOfPath: [String: [Int]] = [:]
        return findings.compactMap { finding in
            guard !ignored.contains(finding.rule) else { return nil }
            var severity = levels.reduce(finding.severity) { ($1.level(of: finding.rule) ?? $0) ?? $0 }
            for index in scopeIndices(of: finding, &scopesOfPath) {
                let choice = scopes[index].choice
                if choice.ignore.contains(where: { $0.covers(finding.rule, isRule: isRule(finding.rule)) }) {
                    return nil
                }
                guard let level = choice.levels.level(of: finding.rule) else { continue }
                guard let level else { return nil }
                severity = level
            }
            if isStrict, ["suppression-unused", "baseline-stale"].contains(finding.rule) { severity = .error }
            return severity == finding.severity ? finding : finding.rated(severity)
        }
    }

    /// A finding of two documents lies in the paths of both.
    private func scopeIndices(of finding: Finding, _ known: inout [String: [Int]]) -> [Int] {
        guard !scopes.isEmpty else { return [] }
        var indices: Set<Int> = []
        for path in Set(([finding.span].compactMap(\.self) + finding.related.map(\.span)).map(\.path)) {
            let found = known[path] ?? scopes.indices.filter { scopes[$0].matches(path) }
            known[path] = found
            indices.formUnion(found)
        }
        return indices.sorted()
    }
}

private func isRule(_ name: String) -> Bool { ruleNames.contains(name) }
private let ruleNames = Set(PlanRule.catalogue.map(\.id))
