import Observations
import Plan

/// The time axis of a chart, from its first sample to the moment of the report.
struct ChartTimes {
    let start: Instant
    let end: Instant
    let zone: PlanZone

    /// A chart of less says nothing.
    private static let shortest = 3600.0

    init(first: Instant, now: Instant, zone: PlanZone) {
        start = now.seconds(since: first) < Self.shortest ? now.adding(seconds: -Self.shortest) : first
        end = now
        self.zone = zone
    }

    private var seconds: Double { end.seconds(since: start) }

    /// From the left, in percent; held inside of the chart.
    func position(_ time: Instant) -> Double {
        rounded(min(max(time.seconds(since: start) / seconds, 0), 1) * 100)
    }

    /// nil for what lies outside of the chart.
    func stretch(from first: Instant, to last: Instant, label: String? = nil) -> ChartReport.Stretch? {
        guard first < end, last > start, first < last else { return nil }
        let left = position(first)
        return ChartReport.Stretch(start: left, width: max(rounded(position(last) - left), 0.2), label: label)
    }

    /// Midnights of the plan's zone, and hours where there are few of them. Words have room for at most five, beside the
    /// moment at the end.
    var ticks: [ChartReport.TimeTick] {
        let midnights = dates.map { (time: zone.instant(of: $0, seconds: 0), label: zone.shortDate($0)) }
            .filter { $0.time > start && $0.time < end }
        let lines = midnights.count > 1 ? midnights.map { ($0.time, $0.label, true) } : hours(midnights.map(\.time))
        let step = (lines.count + 4) / 5
        let now = ChartReport.TimeTick(position: 100, label: zone.clockText(end), isDay: false)
        return lines.enumerated().map { index, line in
            let position = position(line.0)
            let hasRoom = (lines.count - 1 - index) % max(step, 1) == 0 && position > 4 && position < 84
            return ChartReport.TimeTick(position: position, label: hasRoom ? line.1 : nil, isDay: line.2)
        } + [now]
    }

    private var dates: [CivilDate] {
        let (first, last) = (zone.civilDate(of: start), zone.civilDate(of: end))
        return (first.daysSinceEpoch...max(first, last).daysSinceEpoch).map(CivilDate.init(daysSinceEpoch:))
    }

    private func hours(_ midnights: [Instant]) -> [(Instant, String, Bool)] {
        let step = [15, 30, 60, 120, 180, 360, 720].first { seconds / 60 <= Double($0) * 6 } ?? 720
        return dates.flatMap { date in
            stride(from: 0, to: 1440, by: step).map { minute in
                let time = zone.instant(of: date, seconds: minute * 60)
                return (time, minute == 0 ? zone.shortDate(date) : zone.clockText(time), minute == 0)
            }
        }.filter { $0.0 > start && $0.0 < end }
    }
}
