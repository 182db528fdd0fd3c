import Plan
import SourceText

/// A flag under all its spellings: `enableHookMetrics`, `ENABLE_HOOK_METRICS`.
struct FlagGroup {
    let key: String
    /// As the definition spells it, else as it is first named.
    let name: String
    /// Definitions first, each part in reading order.
    let stages: [FlagStage]
    /// Stages whose day, if they name one, is a day of the plan.
    let datedStages: [FlagStage]
    let mentions: [FlagMention]
    let filedUnder: [Claim<String>]
    let settings: [FlagSetting]
    let listings: [SourceSpan]

    var isDefined: Bool { stages.contains(where: \.defines) }
    /// Whether a table or a configuration of flags lists it, if without a stage.
    var isListed: Bool {
        mentions.contains { ($0.reading == .tableCell || $0.reading == .codeBlock) && $0.purpose == .other }
    }
}

/// Flags put together by their letters, in the order in which the plan names them.
func flagGroups(of plan: Plan) -> [FlagGroup] {
    var order: [String] = []
    var flags: [String: [Flag]] = [:]
    for flag in plan.flags {
        let key = identifierKey(flag.name)
        if flags[key] == nil { order.append(key) }
        flags[key, default: []].append(flag)
    }
    let restarting = documentsCountingDaysAnew(plan)
    return order.map { key in
        let members = flags[key] ?? []
        let stages = members.flatMap(\.stages)
        let defining = members.first { $0.stages.contains(where: \.defines) }
        let ordered = stages.filter(\.defines) + stages.filter { !$0.defines }
        return FlagGroup(
            key: key, name: (defining ?? members.first)?.name ?? key, stages: ordered,
            datedStages: ordered.filter { stage in
                stage.day.map { $0.reading != .heading || !restarting.contains($0.span.path) } ?? true
            }, mentions: members.flatMap(\.mentions), filedUnder: members.flatMap(\.filedUnder),
            settings: members.flatMap(\.settings), listings: members.flatMap(\.listings))
    }
}

/// What a plan's days say about percentages, from their headings and from the definitions of their flags.
struct DayPercentages {
    /// Where headings state a day's percentage; a flag listed below takes it from there.
    private let headings: Set<SourceSpan>
    private struct ListedDay: Hashable {
        let flag: String
        let day: Int
    }
    /// Flags listed under a day's heading that take their percentage from it.
    private let listed: Set<ListedDay>
    private let agreed: [Int: (percent: Claim<Double>, flags: [FlagGroup])]

    init(_ plan: Plan, _ groups: [FlagGroup]) {
        let headings = Set(plan.days.flatMap { $0.percents.map(\.span) })
        self.headings = headings
        var definitions: [Int: [(flag: FlagGroup, percent: Claim<Double>)]] = [:]
        for group in groups {
            for stage in group.datedStages where stage.defines {
                if let day = stage.day, let percent = stage.percent, !headings.contains(percent.span) {
                    definitions[day.value, default: []].append((group, percent))
                }
            }
        }
        listed = Set(
            groups.flatMap { group in
                group.stages.compactMap { stage in
                    guard !stage.defines, let day = stage.day, let percent = stage.percent,
                        headings.contains(percent.span)
                    else { return nil }
                    return ListedDay(flag: group.key, day: day.value)
                }
            })
        agreed = definitions.compactMapValues { stages in
            guard let first = stages.first, stages.allSatisfy({ $0.percent.value == first.percent.value }) else {
                return nil
            }
            var keys: Set<String> = []
            return (first.percent, stages.map(\.flag).filter { keys.insert($0.key).inserted })
        }
    }

    /// Whether a flag's percentage is no own one but that of the day in whose list it stands.
    func isDayHeading(_ percent: Claim<Double>) -> Bool { headings.contains(percent.span) }

    /// Whether a flag takes its percentage of a day from the heading under which it is listed.
    func takesHeading(_ flag: FlagGroup, on day: Int) -> Bool { listed.contains(ListedDay(flag: flag.key, day: day)) }

    /// The percentage that the definitions of all flags of a day agree on, its first place, and the flags.
    ///
    /// nil when the definitions differ, or there are none.
    func defined(on day: Int) -> (percent: Claim<Double>, flags: [FlagGroup])? { agreed[day] }

    /// Whether several flags stand against the heading, so that the heading is what is wrong.
    func flagsOutvoteHeading(on day: Int) -> Bool { (agreed[day]?.flags.count ?? 0) > 1 }
}
