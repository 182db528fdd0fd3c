import Plan

extension Flag {
    /// The stages without repetitions: places that say the same are one, a place that defines the flag counts first.
    var distinctStages: [FlagStage] {
        var seen: Set<[Double?]> = []
        return (stages.filter(\.defines) + stages.filter { !$0.defines })
            .filter { seen.insert([$0.percent?.value, $0.day.map { Double($0.value) }]).inserted }
    }

    /// `20% day 6 → 100% day 10`; those with a day in the order of the days, the others behind them.
    var stagesText: String {
        let stages = distinctStages.enumerated().sorted {
            ($0.element.day?.value ?? .max, $0.offset) < ($1.element.day?.value ?? .max, $1.offset)
        }
        return stages.map { $0.element.text }.joined(separator: " → ")
    }
}

extension FlagStage {
    fileprivate var text: String {
        let share = percent.map { percentText($0.value) }
        let moment = day.map { "day \($0.value)" } ?? when?.value
        // A bare `true` or `false` in a configuration says neither how far nor when.
        guard share != nil || moment != nil else { return "no share stated" }
        return [share ?? "on", moment].compactMap(\.self).joined(separator: " ")
    }
}
