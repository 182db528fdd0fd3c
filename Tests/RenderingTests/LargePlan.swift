import Assessment
import Observations
import Plan
import Report

/// Forty phases, two hundred flags over sixty days, and measures that were silent, wild or broken off: what the drawn pages
/// must stay usable with.
extension Example {
    static func largeReport(phases phaseCount: Int = 40, flags flagCount: Int = 200) -> Report {
        let phases = (1...phaseCount).map { number in
            phase(
                number,
                number % 9 == 0 ? "Region \(number) with all of its partners and their suppliers" : "Region \(number)",
                days: (number * 3 / 2)...(number * 3 / 2 + 2 + number % 5),
                number < 5 ? .done : number < 8 ? .late : .notStarted,
                items: (min(number < 5 ? 6 : 2, 6), 6))
        }
        let flags = (1...flagCount).map { number in ramp("enableRegion\(number)Ordering", first: 1 + number % 40) }
        let days = (1...60).map { number in
            PlanDay(
                number: number, title: "Day of region \(number)", span: span(number), mentions: [],
                percents: number % 3 == 0 ? [claim(Double(number))] : [],
                tasks: number % 5 == 0
                    ? [
                        PlanTask(
                            text: "Go/no-go for day \(number + 1)", checked: false, times: nil, depth: 0,
                            span: span(number))
                    ]
                    : [])
        }
        return report(
            plan: Plan(
                title: "Sixty days", start: plan.start, documents: plan.documents, phases: phases.map(\.phase),
                days: days,
                flags: flags.map(\.flag),
                userWaves: [UserWave(name: "Staff", text: "first", order: 1, span: span(1))]),
            assessment: assessment(verdict: .offPlan, kpis: drawnMeasures, phases: phases, flags: flags))
    }

    /// 10% on its first day, 50% five days later, all after ten; reported each day up to day 8.
    static func ramp(_ name: String, first: Int) -> FlagAssessment {
        let stages = [(first, 10.0), (first + 5, 50), (first + 10, 100)]
        let reports = (max(first, 1)..<max(first, 9)).map { day in
            FlagAssessment.ReportedDay(day: day, percent: day < first + 5 ? 10 : 40)
        }
        return FlagAssessment(
            flag: Flag(
                name: name,
                stages: stages.map {
                    FlagStage(percent: claim($0.1), when: nil, day: claim($0.0), defines: true, span: span(200))
                }),
            verdict: first > 8 ? .notDue : first > 3 ? .asPlanned : .behind, reason: "its stages say so",
            planned: first > 8 ? nil : 10, plannedDay: first > 8 ? nil : first, actual: reports.last?.percent,
            reportedAt: reports.isEmpty ? nil : time(12, 0),
            stages: stages.map { .init(day: $0.0, percent: $0.1) }, reports: reports)
    }

    /// A sample so many minutes before now; nil for one without a number.
    typealias Sampled = (minute: Double, value: Double?)

    /// A KPI with a course of samples.
    static func drawn(
        _ kpi: KPIAssessment, _ values: [Sampled], unit: Unit?, interval: Double? = 300, planned: [PlannedWindow] = []
    ) -> KPIAssessment {
        let now = time(13, 7)
        let samples = values.map { sample in
            MetricSample(
                time: now.adding(seconds: -sample.minute * 60), value: sample.value ?? .nan,
                place: ObservationPlace(path: "metrics/hooks.csv", line: 1))
        }
        let ordered = samples.sorted { $0.time < $1.time }
        return KPIAssessment(
            threshold: kpi.threshold, verdict: kpi.verdict, reason: kpi.reason, value: kpi.value,
            aggregation: kpi.aggregation, windowSeconds: kpi.windowSeconds, newestSample: kpi.newestSample,
            newestValue: kpi.newestValue, since: kpi.since, intervalSeconds: interval, source: kpi.source,
            history: KPIHistory(
                course: MetricCourse(of: ordered, historySeconds: courseSeconds, at: now), unit: unit, seriesCount: 1,
                planned: planned))
    }

    /// Samples every five minutes, the newest first.
    private static func every5Minutes(_ places: Range<Int>, _ value: (Int) -> Double?) -> [Sampled] {
        places.map { place in Sampled(minute: Double(place) * 5, value: value(place)) }
    }

    /// Steady with a hole and samples without a number; above all limits; broken off hours ago; never measured.
    static let drawnMeasures: [KPIAssessment] = {
        let steady = every5Minutes(0..<1200) { place in place % 400 == 50 ? nil : 78 + Double(place % 13) }
            .filter { $0.minute < 1000 || $0.minute >= 1600 }
        let wild = every5Minutes(0..<200) { place in place < 20 ? 4000 : 1.3 }
        let silent = every5Minutes(49..<700) { place in 99.96 - Double(place % 7) / 100 }
        let never = threshold("Never seen", [limit(.below, 1, .percent, "< 1%"), nil, nil])
        return [
            drawn(
                measures[0], steady, unit: .milliseconds,
                planned: [PlannedWindow(from: time(1, 0), to: time(4, 0), reason: "database fail-over drill")]),
            drawn(measures[1], wild, unit: .percent), measures[2], drawn(measures[3], silent, unit: .percent),
            kpi(never, .noData, "it is not measured", newest: nil, source: .none),
        ]
    }()
}
