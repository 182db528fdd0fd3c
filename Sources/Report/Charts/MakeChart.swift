import Assessment
import Observations
import Plan

/// Draws the last days of an indicator.
///
/// - Parameters:
///   - id: of the chart on its page.
///   - unit: in which limits and value are told.
///   - limits: in that unit.
///   - value: as the report tells it; nil where it tells none.
func makeChart(
    _ kpi: KPIAssessment, id: String, unit: Unit, limits: [BandLimit], value: Quantity?, context: ReportContext
) -> ChartReport {
    let drawing = ChartDrawing(kpi: kpi, unit: unit, limits: limits, value: value, context: context)
    guard let course = kpi.history.course, drawing.emptyText == nil else { return drawing.empty(id: id) }
    return drawing.drawn(course, id: id)
}

private struct ChartDrawing {
    let kpi: KPIAssessment
    /// Of the chart: that of the limits, or of the values where these cannot be held against limits.
    let unit: Unit
    let limits: [BandLimit]
    let value: Quantity?
    let context: ReportContext
    /// Why no line can be drawn.
    let emptyText: String?
    private let isComparable: Bool

    init(kpi: KPIAssessment, unit: Unit, limits: [BandLimit], value: Quantity?, context: ReportContext) {
        self.kpi = kpi
        self.value = value
        self.context = context
        let own = kpi.history.unit
        isComparable = own?.isComparable(with: unit) == true
        let isLimitless = limits.isEmpty || !isComparable
        self.unit = isLimitless ? own ?? unit : unit
        self.limits = isLimitless && own != nil ? [] : limits
        emptyText = Self.emptyText(kpi, context)
    }

    private static func emptyText(_ kpi: KPIAssessment, _ context: ReportContext) -> String? {
        if kpi.history.isOfCounter { return "Counters are not drawn: single readings of them say nothing." }
        if kpi.history.course != nil, kpi.history.unit != nil { return nil }
        if kpi.history.course != nil { return "Nothing can be drawn: the unit of the values is not known." }
        guard let newest = kpi.newestSample else { return "Nothing to draw: it was never measured." }
        let age = context.madeAt.seconds(since: newest)
        return age > courseSeconds
            ? "Nothing to draw: the newest sample is of \(context.zone.shown(newest, now: context.madeAt).text)."
            : "Nothing to draw: its samples are not kept."
    }

    func empty(id: String) -> ChartReport {
        let scale = ChartScale(limits: limits.map(\.number), values: nil, isShare: isShare)
        return ChartReport(
            id: id, series: seriesText, emptyText: emptyText, span: nil, zones: [], limits: limitLines(scale),
            valueTicks: limits.isEmpty ? [] : scale.ticks(unit), knee: nil, timeTicks: [], runs: [], gaps: [],
            judged: nil,
            planned: [], last: nil,
            description: [emptyText ?? "Nothing to draw.", limitsText].compactMap(\.self).joined(separator: " "),
            notes: [], rows: [], rowLength: "", spark: [])
    }

    func drawn(_ course: MetricCourse, id: String) -> ChartReport {
        let now = context.madeAt
        let values = course.buckets.filter { $0.count > 0 && !$0.isContradicted }
        let least = values.compactMap(\.minimum).min().map(converted)
        let most = values.compactMap(\.maximum).max().map(converted)
        let range = least.flatMap { least in most.map { min(least, $0)...max(least, $0) } }
        let scale = ChartScale(limits: limits.map(\.number), values: range, isShare: isShare)
        let first = course.buckets.first.map { $0.count > 0 ? $0.first : $0.start } ?? now
        let times = ChartTimes(first: first, now: now, zone: context.zone)
        let split = CourseRuns(course, intervalSeconds: interval(course), upTo: now)
        let runs = split.runs.map { run in run.map { point($0, scale, times) } }
        let table = ChartTable(
            times, bucketSeconds: course.bucketSeconds, unit: unit, limits: kpi.limits,
            intervalSeconds: interval(course), converted: converted)
        let span = "\(shown(times.start)) to \(shown(times.end))"
        return ChartReport(
            id: id, series: seriesText, emptyText: nil, span: span, zones: zones(scale), limits: limitLines(scale),
            valueTicks: scale.ticks(unit), knee: scale.knee?.position, timeTicks: times.ticks, runs: runs,
            gaps: split.gaps.compactMap { times.stretch(from: $0.from, to: $0.to) }, judged: judged(times),
            planned: kpi.history.planned.compactMap { times.stretch(from: $0.from, to: $0.to, label: $0.reason) },
            last: mark(scale, times), description: description(span, range, split.gaps),
            notes: notes(split, scale, range, course), rows: table.rows(course, now: now), rowLength: table.rowLength,
            spark: thinned(runs))
    }

    // MARK: Values

    private var isShare: Bool { unit.dimension == .share && unit.symbol == "%" }

    private func converted(_ number: Double) -> Double {
        guard let own = kpi.history.unit, let result = Quantity(number, own).converted(to: unit)?.number,
            result.isFinite
        else { return number }
        return result
    }

    private func text(_ number: Double) -> String { measuredText(number, unit, besides: limits.map(\.number)) }
    private func shown(_ time: Instant) -> String { context.zone.shown(time, now: context.madeAt).text }

    private func interval(_ course: MetricCourse) -> Double { kpi.intervalSeconds ?? course.bucketSeconds }

    private func point(_ bucket: MetricCourse.Bucket, _ scale: ChartScale, _ times: ChartTimes) -> ChartReport.Point {
        let middle = bucket.first.adding(seconds: bucket.last.seconds(since: bucket.first) / 2)
        let edges = [bucket.minimum, bucket.maximum].compactMap { $0.map(converted).map(scale.position) }
        return ChartReport.Point(
            x: times.position(middle), y: bucket.mean.map { scale.position(converted($0)) } ?? 0,
            bottom: edges.max() ?? 0, top: edges.min() ?? 0)
    }

    private func mark(_ scale: ChartScale, _ times: ChartTimes) -> ChartReport.Mark? {
        guard let time = kpi.newestSample, time > times.start, let newest = kpi.newestValue, newest.number.isFinite,
            let number = newest.converted(to: unit)?.number
        else { return nil }
        let (x, y) = (times.position(time), scale.position(number))
        return ChartReport.Mark(x: x, y: y, label: text(number), isRight: x > 50, isTop: y < 14)
    }

    // MARK: Limits

    private func zones(_ scale: ChartScale) -> [ChartReport.Zone] {
        guard let lessIsGood = kpi.limits.lowerIsBetter, !limits.isEmpty, kpi.limits.doubt == nil,
            limits.allSatisfy(\.number.isFinite)
        else { return [] }
        let ordered = lessIsGood ? limits : limits.reversed()
        guard zip(ordered, ordered.dropFirst()).allSatisfy({ $0.number <= $1.number }) else { return [] }
        let edges = [100] + ordered.map { scale.position($0.number) } + [0]
        return zoneTones(ordered.map(\.level), lessIsGood: lessIsGood).enumerated().compactMap { index, tone in
            let height = rounded(edges[index] - edges[index + 1])
            return height > 0 ? ChartReport.Zone(top: edges[index + 1], height: height, tone: tone) : nil
        }
    }

    /// Words need so much of the chart's height, in percent.
    private static let labelHeight = 7.5

    private func limitLines(_ scale: ChartScale) -> [ChartReport.LimitLine] {
        let lines = limits.filter(\.number.isFinite).map { (limit: $0, y: scale.position($0.number)) }
            .sorted { $0.y < $1.y }
        var labels = lines.map { max($0.y, Self.labelHeight) }
        for index in labels.indices.dropFirst() {
            labels[index] = max(labels[index], labels[index - 1] + Self.labelHeight)
        }
        for index in labels.indices.reversed() {
            labels[index] = min(labels[index], 98 - Double(labels.count - 1 - index) * Self.labelHeight)
        }
        return zip(lines, labels).map { line, label in
            ChartReport.LimitLine(
                level: line.limit.level.chartName.lowercased(), position: line.y, labelPosition: rounded(label),
                label: "\(line.limit.level.chartName) \(line.limit.label)")
        }
    }

    // MARK: Words

    private var seriesText: String? {
        kpi.history.series.map { "\($0), one of \(kpi.history.seriesCount) series" }
    }

    private var limitsText: String? {
        limits.isEmpty ? nil : limits.map { "\($0.level.chartName) \($0.label)" }.joined(separator: ", ") + "."
    }

    private func judged(_ times: ChartTimes) -> ChartReport.Stretch? {
        guard let seconds = kpi.windowSeconds, value != nil else { return nil }
        return times.stretch(
            from: times.end.adding(seconds: -seconds), to: times.end, label: "judged: last \(windowText(seconds))")
    }

    private func description(
        _ span: String, _ range: ClosedRange<Double>?, _ gaps: [CourseRuns.Gap]
    ) -> String {
        let values = range.map { "Between \(text($0.lowerBound)) and \(text($0.upperBound))" } ?? "No number"
        let holes = gaps.isEmpty ? "without a gap" : "with \(counted(gaps.count, "gap"))"
        return "\(kpi.threshold.metric), \(span). \(values), \(holes)." + (limitsText.map { " \($0)" } ?? "")
    }

    private func notes(
        _ split: CourseRuns, _ scale: ChartScale, _ range: ClosedRange<Double>?, _ course: MetricCourse
    ) -> [String] {
        var notes: [String] = []
        if limits.isEmpty, !kpi.limits.hasAny { notes.append("No document sets limits for it.") }
        if !isComparable, kpi.limits.hasAny {
            notes.append("Its limits are not drawn: they are in another kind of unit than what was measured.")
        }
        if let knee = scale.knee {
            let side = knee.position < 50 ? "above" : "below"
            notes.append("The scale is pressed together \(side) \(text(knee.value)), so that every limit is in sight.")
        }
        if let range, range.upperBound > scale.high { notes.append("Cut off above: up to \(text(range.upperBound)).") }
        if let range, range.lowerBound < scale.low {
            notes.append("Cut off below: down to \(text(range.lowerBound)).")
        }
        if let gap = split.gaps.last, gap.to == context.madeAt, gap.reason == nil {
            notes.append("Nothing was measured since \(shown(gap.from)).")
        }
        for gap in split.gaps where gap.reason != nil {
            notes.append("Two samples contradict each other between \(shown(gap.from)) and \(shown(gap.to)).")
        }
        if course.buckets.contains(where: { $0.numberless > 0 }) {
            let count = course.buckets.reduce(0) { $0 + $1.numberless }
            notes.append("\(counted(count, "sample")) \(count == 1 ? "has" : "have") no number.")
        }
        return notes
            + kpi.history.planned.filter { $0.to > context.madeAt.adding(seconds: -courseSeconds) }.map {
                sentence("Planned window, \(shown($0.from)) to \(shown($0.to)): \($0.reason)")
            }
    }
}

extension LimitLevel {
    fileprivate var chartName: String {
        switch self {
        case .target: "Target"
        case .warning: "Alert"
        case .critical: "Critical"
        }
    }
}

/// Fewer points for a small drawing: the mean of some neighbours, and never across a gap.
private func thinned(_ runs: [[ChartReport.Point]]) -> [[ChartReport.Point]] {
    let count = runs.reduce(0) { $0 + $1.count }
    let step = max(1, (count + 79) / 80)
    return runs.map { run in
        stride(from: 0, to: run.count, by: step).map { start in
            let part = run[start..<min(start + step, run.count)]
            let number = Double(part.count)
            return ChartReport.Point(
                x: rounded(part.reduce(0) { $0 + $1.x } / number), y: rounded(part.reduce(0) { $0 + $1.y } / number),
                bottom: part.map(\.bottom).max() ?? 0, top: part.map(\.top).min() ?? 0)
        }
    }
}
