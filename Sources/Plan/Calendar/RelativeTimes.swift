extension ScheduleReader {
    /// `T+2h`, `T-30m`, `T-3 days`, `T+0:30`, `D+1`, `J-7`; `T+0:30 to T+0:45`, `T-3..T-1`.
    func relative(at start: Int) -> Match? {
        guard let first = moment(at: start) else { return nil }
        var next = first.next
        var last = first.value
        if let behind = behindRangeSign(next),
            let end = moment(at: behind) ?? bareClock(at: behind, like: first), end.unit == first.unit,
            end.value >= first.value
        {
            (last, next) = (end.value, end.next)
        }
        return match(first.unit, first.value...last, start, next, relative: true)
    }

    private typealias Moment = (value: Double, unit: Schedule.Unit, next: Int)

    private func moment(at start: Int) -> Moment? {
        guard start + 2 < tokens.count, tokens[start].isA(.countdown), tokens[start + 1].glued,
            tokens[start + 2].glued, let sign = tokens[start + 1].sign, sign == "+" || sign == "−" || sign.isDash
        else { return nil }
        let factor: Double = sign == "+" ? 1 : -1
        if let minutes = tokens[start + 2].clock { return (factor * Double(minutes), .minute, start + 3) }
        guard let number = tokens[start + 2].number, number < 100_000 else { return nil }
        guard start + 3 < tokens.count, let unit = tokens[start + 3].unit, unit.dimension == .time else {
            return (factor * number, .day, start + 3)
        }
        let named: Schedule.Unit = unit == .hours ? .hour : unit == .minutes ? .minute : unit == .days ? .day : .week
        return (factor * number, named, start + 4)
    }

    /// The end of `T+0:30-0:45`.
    private func bareClock(at index: Int, like first: Moment) -> Moment? {
        guard index < tokens.count, first.unit == .minute, let minutes = tokens[index].clock else { return nil }
        return (first.value < 0 ? -Double(minutes) : Double(minutes), .minute, index + 1)
    }

    private func behindRangeSign(_ index: Int) -> Int? {
        if isRangeSign(index) { return index + 1 }
        guard index + 1 < tokens.count, tokens[index].isSign("."), tokens[index + 1].isSign(".") else { return nil }
        return index + 2
    }
}
