import Assessment
import Observations
import Plan

/// The course of an indicator in numbers, in rows of a length that makes some thirty at most.
struct ChartTable {
    /// In minutes.
    private static let lengths = [1, 5, 15, 30, 60, 120, 180, 360, 720, 1440]
    private static let mostRows = 32.0

    let zone: PlanZone
    let unit: Unit
    let limits: IndicatorLimits
    let intervalSeconds: Double
    /// To the chart's unit.
    let converted: (Double) -> Double
    private let minutes: Int

    init(
        _ times: ChartTimes, bucketSeconds: Double, unit: Unit, limits: IndicatorLimits, intervalSeconds: Double,
        converted: @escaping (Double) -> Double
    ) {
        zone = times.zone
        self.unit = unit
        self.limits = limits
        self.intervalSeconds = intervalSeconds
        self.converted = converted
        let span = times.end.seconds(since: times.start) / 60
        minutes = Self.lengths.first { Double($0) * Self.mostRows >= span && Double($0) * 60 >= bucketSeconds } ?? 1440
    }

    var rowLength: String { durationText(Double(minutes) * 60) }

    /// A row begins where a clock of the plan's zone shows a multiple of its length.
    private struct Slot: Hashable, Comparable {
        let date: CivilDate
        let number: Int

        static func < (left: Slot, right: Slot) -> Bool { (left.date, left.number) < (right.date, right.number) }
    }

    private func slot(of time: Instant) -> Slot {
        Slot(date: zone.civilDate(of: time), number: zone.minuteOfDay(time) / minutes)
    }

    /// Newest first; those without a measurement say so.
    func rows(_ course: MetricCourse, now: Instant) -> [ChartReport.Row] {
        guard let first = course.buckets.first else { return [] }
        var bySlot: [Slot: [MetricCourse.Bucket]] = [:]
        for bucket in course.buckets { bySlot[slot(of: bucket.start), default: []].append(bucket) }
        let (start, end) = (slot(of: first.start), slot(of: now))
        var rows: [ChartReport.Row] = []
        for day in start.date.daysSinceEpoch...max(start.date, end.date).daysSinceEpoch {
            for number in 0...(1439 / minutes) {
                let slot = Slot(date: CivilDate(daysSinceEpoch: day), number: number)
                if slot >= start, slot <= end { rows.append(row(slot, bySlot[slot] ?? [], now: now)) }
            }
        }
        return rows.reversed()
    }

    private func row(_ slot: Slot, _ buckets: [MetricCourse.Bucket], now: Instant) -> ChartReport.Row {
        let time = zone.shown(zone.instant(of: slot.date, seconds: slot.number * minutes * 60), now: now)
        let numbers = buckets.filter { $0.count > 0 }
        let count = numbers.reduce(0) { $0 + $1.count }
        let numberless = buckets.reduce(0) { $0 + $1.numberless }
        guard let minimum = numbers.compactMap(\.minimum).min(), let maximum = numbers.compactMap(\.maximum).max()
        else {
            return ChartReport.Row(
                time: time, minimum: "–", mean: "–", maximum: "–", count: "0", status: Status(.noData),
                gap: numberless > 0 ? "\(counted(numberless, "sample")) without a number" : nil)
        }
        let mean = numbers.reduce(0.0) { $0 + ($1.mean ?? 0) * (Double($1.count) / Double(count)) }
        return ChartReport.Row(
            time: time, minimum: text(minimum), mean: text(mean), maximum: text(maximum), count: String(count),
            status: status(mean, numbers), gap: gap(numbers, numberless))
    }

    private func text(_ value: Double) -> String {
        let number = converted(value)
        return measuredText(number, unit, besides: limits.numbers(in: unit))
    }

    private func status(_ mean: Double, _ buckets: [MetricCourse.Bucket]) -> Status {
        if buckets.contains(where: \.isContradicted) { return Status("Contradicted", .none, .dashed) }
        return limits.zone(of: converted(mean), in: unit).map { Status($0) } ?? Status("Not judged", .none, .circle)
    }

    private func gap(_ buckets: [MetricCourse.Bucket], _ numberless: Int) -> String? {
        let between = zip(buckets, buckets.dropFirst()).map { $1.first.seconds(since: $0.last) }
        let longest = (between + buckets.map(\.longestGapSeconds)).max() ?? 0
        let hole = longest > 2 * intervalSeconds ? "a gap of \(durationText(longest))" : nil
        let silent = numberless > 0 ? "\(counted(numberless, "sample")) without a number" : nil
        let parts = [hole, silent].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
