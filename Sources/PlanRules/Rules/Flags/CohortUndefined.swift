import Plan
import SourceText

extension PlanRule {
    /// A group of users that the stages know and the configuration does not.
    static let cohortUndefined = PlanRule(
        id: "cohort-undefined", severity: .warning,
        summary: "a stage names a cohort that the configuration does not list",
        explanation: Explanation(
            fault: """
                A table of the rollout's stages, or the section of one, names a cohort, and the configuration block that \
                lists the cohorts has others of those, two at least, but not this one; or it lists one more.
                """,
            harm: "The stage is started for a group that the system does not know, and reaches nobody or everybody.",
            misses: """
                Cohorts are read from a column and from a key that are called so; groups under other names are not looked \
                at. Spelling (case, dashes) does not count.
                """),
        badExample: [ExampleDocument("plan.md", cohorts(third: "night-shift"))],
        goodExample: [ExampleDocument("plan.md", cohorts(third: "harbours"))], isPreview: true
    ) { input in
        let listed = listedCohorts(input.plan.settings)
        let named = input.plan.configuredNames.filter { $0.kind == .cohort }
        guard let list = listed.first?.span, let table = named.first?.span else { return [] }
        let known = Set(listed.map { identifierKey($0.value) })
        let used = Set(named.map { identifierKey($0.name) })
        guard known.intersection(used).count >= 2, input.scopes.mayBelongTogether(list, table) else { return [] }
        var told: Set<String> = []
        let unknown = named.filter {
            !known.contains(identifierKey($0.name)) && told.insert(identifierKey($0.name)).inserted
        }
        let unused = listed.filter {
            !used.contains(identifierKey($0.value)) && told.insert(identifierKey($0.value)).inserted
        }
        // A cohort that is called otherwise here and there is one slip.
        let renamed = unknown.count == 1 && unused.count == 1 ? unused.first : nil
        let notes =
            [Finding.Note("cohorts are listed here", at: list)]
            + (renamed.map { [Finding.Note("\(quoted($0.value)) is listed here", at: $0.span)] } ?? [])
        return unknown.prefix(20).map { name in
            Fault(
                message: "cohort \(quoted(name.name)) has a stage here, but is not among the cohorts in \(place(list))",
                span: name.span, label: "named here", related: notes,
                help: "add the cohort to the configuration or correct its name", identity: [identifierKey(name.name)])
        }
            + unused.prefix(unknown.isEmpty && unused.count == 1 ? 1 : 0).map { cohort in
                Fault(
                    message: "cohort \(quoted(cohort.value)) is listed here, but has no stage in \(place(table))",
                    span: cohort.span, label: "listed here", related: [Finding.Note("stages stand here", at: table)],
                    help: "give the cohort a stage or take it from the configuration",
                    identity: [identifierKey(cohort.value)])
            }
    }
}

private func cohorts(third: String) -> String {
    """
    # Plan

    | Stage | Cohort | Traffic |
    | --- | --- | --- |
    | 1 | `crew` | 5% |
    | 2 | `ferries` | 20% |
    | 3 | `harbours` | 100% |

    ```yaml
    cohorts:
      crew: { size: 40 }
      ferries: { size: 300 }
      \(third): { size: 900 }
    ```
    """
}

/// Names under a key that says cohorts: of its members, of the objects in its list, or of the list itself.
private func listedCohorts(_ settings: [ConfiguredSetting]) -> [Claim<String>] {
    var seen: Set<String> = []
    return settings.flatMap { setting -> [Claim<String>] in
        guard let index = setting.path.firstIndex(where: { cohortKeys.contains(words(of: $0).last ?? "") }) else {
            return []
        }
        let rest = setting.path[(index + 1)...]
        if rest.isEmpty { return setting.isList ? setting.values : [] }
        if rest.first == ConfiguredSetting.element {
            return rest.count == 2 && nameKeys.contains(rest.last ?? "") ? setting.values : []
        }
        guard let name = rest.first, seen.insert(name).inserted else { return [] }
        return [Claim(name, at: setting.keys[index + 1], .codeBlock)]
    }
}

private let cohortKeys: Set<String> = ["cohort", "kohorte", "kohorten", "cohorte"]
private let nameKeys: Set<String> = ["name", "id", "key"]
