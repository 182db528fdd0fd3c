import Assessment
import Observations
import Plan
import Testing

@testable import Rendering
@testable import Report

/// Now is 14:07 in Berlin; a sample is expected every five minutes.
@Suite struct ChartTests {
    private let limits: [Limit?] = [
        Example.limit(.below, 100, .milliseconds, "< 100ms"), Example.limit(.above, 200, .milliseconds, "> 200ms"),
        Example.limit(.above, 300, .milliseconds, "> 300ms"),
    ]

    private func chart(
        _ values: [Example.Sampled], limits: [Limit?]? = nil, unit: Unit? = .milliseconds, value: Double? = 80,
        interval: Double? = 300, planned: [PlannedWindow] = []
    ) -> ChartReport {
        let kpi = Example.kpi(
            Example.threshold("Latency", limits ?? self.limits), .onTarget, "fine",
            value: value.map { Quantity($0, .milliseconds) })
        let drawn = Example.drawn(kpi, values, unit: unit, interval: interval, planned: planned)
        return measureReport(drawn, id: "kpi-latency", context: Example.context()).chart
    }

    private func samples(_ minutes: [Double], _ value: Double? = 80) -> [Example.Sampled] {
        minutes.map { (minute: $0, value: value) }
    }

    @Test(arguments: [
        // As often as expected: one line.
        ([20.0, 15, 10, 5, 0], [5], 0), ([90, 80, 70, 60, 50, 40, 30, 20, 10, 0], [10], 0),
        // Twice the interval is no gap yet, a second more is.
        ([20, 10, 0], [3], 0), ([21, 10, 0], [1, 2], 1), ([40, 35, 5, 0], [2, 2], 1),
        // Nothing at the end either.
        ([60, 55, 50, 45], [4], 1), ([60, 55, 30, 11], [2, 1, 1], 3), ([0], [1], 0), ([30], [1], 1),
    ])
    func gapsAreNeverBridged(minutes: [Double], runs: [Int], gaps: Int) {
        let chart = chart(samples(minutes))
        #expect(chart.runs.map(\.count) == runs)
        #expect(chart.gaps.count == gaps)
        #expect(chart.emptyText == nil)
        #expect(PathData.line(chart.runs).count { $0 == "M" } == runs.count)
    }

    @Test func aSampleWithoutANumberIsAGap() {
        let chart = chart(samples([20, 15]) + samples([10], nil) + samples([5, 0]))
        #expect(chart.runs.map(\.count) == [2, 2])
        #expect(chart.notes.contains("1 sample has no number."))
        #expect(chart.rows.contains { $0.gap == "1 sample without a number" })
        #expect(self.chart(samples([10, 5, 0], nil)).runs.isEmpty)
    }

    @Test func oneSampleIsADotAndItsValueIsTold() throws {
        let chart = chart(samples([2]))
        #expect(PathData.line(chart.runs).hasSuffix("h0"))
        #expect(PathData.range(chart.runs) == "")
        let last = try #require(chart.last)
        #expect(last.label == "80 ms" && last.isRight && !last.isTop)
        #expect(chart.timeTicks.last?.label == "14:07")
    }

    @Test(arguments: [80.0, 0, -5, 1e300, -1e300, 1e-300, .greatestFiniteMagnitude])
    func allEqualValuesAreALineInsideOfTheFrame(value: Double) {
        let chart = chart(samples([20, 15, 10, 5, 0], value))
        for point in chart.runs.flatMap(\.self) {
            #expect(point.y >= 0 && point.y <= 100 && point.top == point.bottom && point.x >= 0 && point.x <= 100)
        }
        #expect(chart.runs.count == 1)
        #expect(!PathData.line(chart.runs).contains("e") && !PathData.line(chart.runs).contains("nan"))
    }

    /// What has no number in a file is one without a number here.
    @Test func infiniteValuesAreGaps() {
        let chart = chart(samples([20, 15]) + samples([10], .infinity) + samples([5, 0]))
        #expect(chart.runs.map(\.count) == [2, 2])
    }

    @Test func withoutASampleWordsStandInTheFrame() {
        let never = measureReport(
            Example.kpi(
                Example.threshold("Latency", limits), .noData, "it is not measured", newest: nil, source: .none),
            id: "kpi-latency", context: Example.context()
        ).chart
        #expect(never.emptyText == "Nothing to draw: it was never measured.")
        #expect(never.runs.isEmpty && never.rows.isEmpty && never.limits.count == 3)
        let old = measureReport(
            Example.kpi(Example.threshold("Latency", limits), .stale, "old", newest: Example.time(9, 0, day: 10)),
            id: "kpi-latency", context: Example.context()
        ).chart
        #expect(old.emptyText == "Nothing to draw: the newest sample is of 10 Nov 2026, 10:00 CET.")
        #expect(
            chart(samples([0]), unit: nil).emptyText == "Nothing can be drawn: the unit of the values is not known.")
    }

    @Test func aMeasureThatIsSilentSaysSinceWhen() throws {
        let chart = chart(samples([120, 115, 110]))
        #expect(chart.notes == ["Nothing was measured since 30 Nov 2026, 12:17 CET."])
        let gap = try #require(chart.gaps.last)
        #expect(abs(gap.start + gap.width - 100) < 0.02)
        #expect(chart.rows.first?.status.word == "No data" && chart.rows.first?.count == "0")
    }

    @Test func withoutLimitsOnlyTheLineIsDrawn() {
        let chart = chart(samples([10, 5, 0]), limits: [nil, nil, nil])
        #expect(chart.zones.isEmpty && chart.limits.isEmpty && chart.runs.count == 1)
        #expect(chart.notes == ["No document sets limits for it."])
        #expect(chart.rows.allSatisfy { $0.status.word == "Not judged" || $0.status.word == "No data" })
    }

    @Test func limitsInAnotherKindOfUnitAreNotDrawn() {
        let chart = chart(samples([10, 5, 0]), unit: .percent, value: nil)
        #expect(chart.zones.isEmpty && chart.limits.isEmpty && chart.runs.count == 1)
        #expect(chart.notes.contains { $0.hasPrefix("Its limits are not drawn") })
    }

    @Test func valuesComeInTheUnitOfTheLimits() {
        let chart = chart(samples([10, 5, 0], 0.25), unit: .seconds)
        #expect(chart.rows.first?.mean == "250 ms" && chart.rows.first?.status.word == "Alert")
    }

    @Test func zonesCoverTheFrameAndWordsOfLimitsStandApart() {
        let chart = chart(samples([10, 5, 0]))
        #expect(chart.zones.map(\.tone) == [.ok, .off, .alert, .crit])
        #expect(abs(chart.zones.reduce(0) { $0 + $1.height } - 100) < 0.05)
        let labels = chart.limits.map(\.labelPosition).sorted()
        #expect(zip(labels.dropFirst(), labels).allSatisfy { $0 - $1 >= 7 })
        #expect(chart.limits.map(\.label) == ["Critical 300 ms", "Alert 200 ms", "Target 100 ms"])
    }

    @Test func whatIsJudgedAndPlannedIsMarked() throws {
        let drill = PlannedWindow(from: Example.time(10, 0), to: Example.time(11, 0), reason: "drill")
        let over = PlannedWindow(from: Example.time(10, 0, day: 20), to: Example.time(11, 0, day: 20), reason: "past")
        let chart = chart(samples((0..<120).map { Double($0) * 5 }), planned: [drill, over])
        let judged = try #require(chart.judged)
        #expect(judged.label == "judged: last hour" && abs(judged.start + judged.width - 100) < 0.02)
        #expect(chart.planned.map(\.label) == ["drill"])
        #expect(chart.notes == ["Planned window, 30 Nov 2026, 11:00 CET to 30 Nov 2026, 12:00 CET: drill."])
    }

    @Test func whatIsCutOffIsTold() {
        let chart = chart(samples([10, 5, 0], 90_000))
        #expect(chart.notes == ["Cut off above: up to 90,000 ms."])
    }

    @Test func contradictedMomentsAreNotDrawn() {
        let bucket = { (minute: Int64, isContradicted: Bool) in
            MetricCourse.Bucket(
                start: Instant(millisecondsSinceEpoch: minute * 60_000), count: 1, numberless: 0, mean: 1, minimum: 1,
                maximum: 1, first: Instant(millisecondsSinceEpoch: minute * 60_000),
                last: Instant(millisecondsSinceEpoch: minute * 60_000), longestGapSeconds: 0,
                isContradicted: isContradicted)
        }
        let course = MetricCourse(
            bucketSeconds: 60, buckets: [bucket(1, false), bucket(2, true), bucket(3, false), bucket(4, false)])
        let split = CourseRuns(course, intervalSeconds: 60, upTo: Instant(millisecondsSinceEpoch: 300_000))
        #expect(split.runs.map(\.count) == [1, 2])
        #expect(split.gaps.map(\.reason) == ["two samples contradict each other"])
    }

    /// Midnights are those of the plan's zone; of an hour and a half no more than a few times are told.
    @Test(arguments: [
        (10_000.0, ["24 Nov", "26 Nov", "28 Nov"]), (4000.0, ["28 Nov", "29 Nov", "30 Nov"]),
        (600.0, ["06:00", "08:00", "10:00", "12:00"]), (80.0, ["13:00", "13:15", "13:30", "13:45"]),
    ])
    func timesAreThoseOfThePlansZone(minutes: Double, labels: [String]) {
        let chart = chart(stride(from: minutes, through: 0, by: -5).map { (minute: $0, value: 80) })
        let told = chart.timeTicks.compactMap(\.label)
        #expect(told.last == "14:07")
        #expect(told.count <= 6)
        #expect(chart.timeTicks.dropLast().allSatisfy { $0.position > 0 && $0.position < 100 })
        #expect(Array(told.dropLast()) == labels)
    }

    @Test func theTableHasSomeThirtyRowsAtMost() {
        for minutes in [10.0, 300, 2000, 10_079] {
            let chart = chart(stride(from: minutes, through: 0, by: -5).map { (minute: $0, value: 80) })
            #expect(chart.rows.count <= 34)
            let count = chart.rows.compactMap { Int($0.count) }.reduce(0, +)
            #expect(count == Int(minutes / 5) + 1)
        }
    }
}
