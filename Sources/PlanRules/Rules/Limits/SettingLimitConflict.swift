import Plan
import SourceText

extension PlanRule {
    /// A setting without a bound that has a bound elsewhere.
    static let settingLimitConflict = PlanRule(
        id: "setting-limit-conflict", severity: .warning,
        summary: "a setting is unlimited in one place and limited in another",
        explanation: Explanation(
            fault: """
                One place says that a setting has no limit, and another place gives a finite value for the setting of \
                the same name, or a block in the same section for one whose name ends so. A value with `unbounded` in \
                brackets behind it says both by itself.
                """,
            harm: "Load is planned for without the limit, and requests are refused when it is reached.",
            misses: """
                Names must have the same words beside `max` and `limit`. A block or list that states a name several \
                times states it for several environments, and headings that name different things keep settings apart.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Limits during the import

                - **Max import workers**: unlimited

                ## Worker setup

                ```yaml
                max_import_workers: 8
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Limits during the import

                - **Max import workers**: 8

                ## Worker setup

                ```yaml
                max_import_workers: 8
                ```
                """)
        ],
        isPreview: true
    ) { input in
        let settings = input.plan.monitoring.settings
        let unbounded = settings.filter { $0.bound == nil }
        guard !unbounded.isEmpty else { return [] }
        let names = Set(unbounded.map { settingWords($0.name) }).subtracting([[]])
        let places = Set(unbounded.compactMap { SectionEnd(of: $0, input.scopes) })
        var limited: [[String]: [BoundedSetting]] = [:]
        var beside: [SectionEnd: [BoundedSetting]] = [:]
        for setting in settings where setting.bound != nil {
            let name = settingWords(setting.name)
            if names.contains(name) { limited[name, default: []].append(setting) }
            if let place = SectionEnd(of: setting, input.scopes), places.contains(place) {
                beside[place, default: []].append(setting)
            }
        }
        var seen: Set<[String]> = []
        return unbounded.compactMap { setting in
            let name = settingWords(setting.name)
            var others = limited[name, default: []].prefix(100)
            if others.isEmpty, let place = SectionEnd(of: setting, input.scopes) {
                others =
                    beside[place, default: []].prefix(100).filter { Set(name).isSubset(of: settingWords($0.name)) }[...]
            }
            guard let other = others.first(where: { mayBeOne($0, setting, input.scopes) }),
                others.count(where: { $0.home == other.home }) == 1, seen.insert(name).inserted
            else { return nil }
            return fault(setting, other, name)
        }
    }
}

/// Whether two statements may be about one setting: not two of one block, nor of two parts.
private func mayBeOne(_ left: BoundedSetting, _ right: BoundedSetting, _ scopes: ScopeIndex) -> Bool {
    let (mine, other) = (left.value.span, right.value.span)
    return left.home != right.home && scopes.mayBeOneSubject(scopes.scope(at: mine), scopes.scope(at: other))
        && scopes.isInPhase(mine) == scopes.isInPhase(other)
}

/// Where a setting stands, and what its name ends with: `Retention` over a block is its `STREAM_MAX_AGE`.
private struct SectionEnd: Hashable {
    let path: String
    let section: Int
    let word: String

    init?(of setting: BoundedSetting, _ scopes: ScopeIndex) {
        guard let last = settingWords(setting.name).last else { return nil }
        path = setting.value.span.path
        section = scopes.sectionNumber(at: setting.value.span)
        word = last
    }
}

/// The words that tell a setting from another.
private func settingWords(_ name: String) -> [String] {
    let all = words(of: name)
    // The greatest age of what is kept is how long it is kept.
    let isAge = all.suffix(2) == ["max", "age"]
    return (isAge ? all.dropLast(2) + ["retention"] : all[...]).filter {
        !["max", "maximum", "limit", "the", "of", "number", "total", "default"].contains($0)
    }
}

private func fault(_ setting: BoundedSetting, _ other: BoundedSetting, _ name: [String]) -> Fault {
    let (here, there) = (clipped(setting.value.value), clipped(other.value.value))
    return Fault(
        message: "\(quoted(setting.name)) is \(here) here, but \(there) in \(place(other.value.span))",
        span: setting.value.span, label: setting.value.label(here), related: [other.value.note(there)],
        identity: name + [here, there])
}
