import Plan
import Report
import SourceText

/// `flags.json`: the plan's percentages of today as flag definitions of OpenFeature's flagd.
///
/// Whoever is in at 5 % is in at 25 %: a flag hashes its users with its own name, and `on` has the first of the buckets.
/// `fractional` takes whole weights whose sum is at most 2³¹ − 1.
func flagDefinitions(_ report: Report) -> OrderedJSON {
    let planned = report.plannedFlags
    var metadata: [(String, OrderedJSON)] = [
        ("plan", .string(report.title)), ("date", .string(planned.date.description)),
        ("timezone", .string(report.provenance.timeZone.name)), ("verdict", .string(report.verdict.verdict)),
        (
            "note",
            .string(
                "What the plan has for this date, whatever the verdict: nothing is raised before its day, and nothing is "
                    + "held or lowered here.")
        ),
    ]
    if let day = planned.day { metadata.insert(("day", .integer(day)), at: 2) }
    if !planned.wavesWithoutDay.isEmpty {
        metadata.append(("wavesWithoutDay", .string(planned.wavesWithoutDay.joined(separator: ", "))))
    }
    return .object([
        ("$schema", .string("https://flagd.dev/schema/v0/flags.json")), ("metadata", .object(metadata)),
        ("flags", .object(planned.flags.map { ($0.name, definition($0, waves: planned.openWaves)) })),
    ])
}

private func definition(_ flag: PlannedFlag, waves: [PlannedWave]) -> OrderedJSON {
    let percent = flag.percent ?? 0
    var members: [(String, OrderedJSON)] = [
        ("state", .string("ENABLED")), ("variants", .object([("on", .bool(true)), ("off", .bool(false))])),
        ("defaultVariant", .string(percent >= 100 ? "on" : "off")),
    ]
    if percent > 0, percent < 100 { members.append(("targeting", targeting(percent, waves: waves))) }
    var metadata: [(String, OrderedJSON)] = [("reason", .string(flag.reason))]
    if let percent = flag.percent { metadata.append(("percent", .number(percent))) }
    if let day = flag.day { metadata.append(("sinceDay", .integer(day))) }
    members.append(("metadata", .object(metadata)))
    return .object(members)
}

/// Members of open waves are in; of the others a share; whoever has no key is out, for all of those are one user to a hash.
private func targeting(_ percent: Double, waves: [PlannedWave]) -> OrderedJSON {
    func variable(_ name: String) -> OrderedJSON { .object([("var", .string(name))]) }
    let (on, off) = weights(percent)
    let share: OrderedJSON = .object([
        (
            "fractional",
            .array([
                .object([("cat", .array([variable("$flagd.flagKey"), variable("targetingKey")]))]),
                .array([.string("on"), .integer(on)]), .array([.string("off"), .integer(off)]),
            ])
        )
    ])
    var steps: [OrderedJSON] = [variable("targetingKey"), share, .string("off")]
    let names = waves.flatMap(\.names)
    if !names.isEmpty {
        let isMember: OrderedJSON = .object([
            ("in", .array([variable("wave"), .array(names.map { .string($0) })]))
        ])
        steps = [isMember, .string("on")] + steps
    }
    return .object([("if", .array(steps))])
}

/// A percentage between 0 and 100 as two whole weights; to a millionth of a percent, and never nobody or everybody.
private func weights(_ percent: Double) -> (on: Int, off: Int) {
    var scale = 1
    while scale < 1_000_000, (percent * Double(scale)).rounded() != percent * Double(scale) { scale *= 10 }
    let whole = 100 * scale
    let on = min(max(Int((percent * Double(scale)).rounded()), 1), whole - 1)
    return (on, whole - on)
}
