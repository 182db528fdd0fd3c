import Assessment
import Observations
import Plan
import SourceText
import TestSupport
import Testing

/// An average over an hour, one sample a minute: what is no evidence is never on target, and what is always is.
@Suite struct NeverOnTargetTests {
    private let settings = KPISettings(kpi: "Latency", intervalSeconds: 60)

    private func judged(_ metrics: [MetricSeries]) throws -> KPIAssessment {
        let threshold = try threshold("Latency", target: "< 100ms average over 1 hour", alert: "> 200ms")
        return try kpi(threshold, metrics, settings: settings)
    }

    private func latency(_ ages: [Double], _ value: Double = 50, unit: String? = nil) -> MetricSeries {
        series(unit == nil ? "latency_ms" : "latency", ages.map { ($0, value) }, unit: unit)
    }

    private let hour = Array(stride(from: 3540.0, through: 0, by: -60))

    @Test func allOfTheHourIsOnTarget() throws { #expect(try judged([latency(hour)]).verdict == .onTarget) }

    @Test func noFile() throws { #expect(try judged([]).verdict == .noData) }

    @Test func emptyFile() throws { #expect(try judged([latency([])]).verdict == .noData) }

    @Test func noNumberInIt() throws { #expect(try judged([latency(hour, .nan)]).verdict == .noData) }

    @Test func datedLaterThanNow() throws {
        #expect(try judged([latency(hour.map { $0 - 7200 })]).verdict == .noData)
    }

    @Test func lastSampleOlderThanTwiceTheInterval() throws {
        #expect(try judged([latency(hour.map { $0 + 120 })]).verdict == .onTarget)
        #expect(try judged([latency(hour.map { $0 + 121 })]).verdict == .stale)
    }

    @Test(arguments: ["furlongs", "%", "MB", "ms/s"]) func unitThatCannotBeConverted(_ unit: String) throws {
        #expect(try judged([latency(hour, unit: unit)]).verdict == .noData)
        #expect(try judged([latency(hour, unit: "ms")]).verdict == .onTarget)
    }

    @Test func halfOfTheWindowIsMissing() throws {
        let judged = try judged([latency(hour.filter { $0 < 1800 || $0 > 3000 })])
        #expect(judged.verdict == .noData)
        #expect(judged.reason.contains("nothing was measured for 22 min of the last 1 h"), "\(judged.reason)")
    }

    @Test func exactlyHalfIsNotEnough() throws {
        let half = Array(stride(from: 3480.0, through: 0, by: -120))
        #expect(half.count == 30)
        #expect(try judged([latency(half)]).verdict == .noData)
        #expect(try judged([latency(half + [60])]).verdict == .onTarget)
    }

    /// Samples of whole seconds, some left out one by one and some in a row.
    private func randomAges(_ random: inout SeededGenerator) -> [Double] {
        let share = Double.random(in: 0.3...1, using: &random)
        let hole = Int.random(in: 0...59, using: &random)
        let length = Bool.random(using: &random) ? 0 : Int.random(in: 0...4, using: &random)
        return (0..<60).reversed().compactMap { slot in
            guard Double.random(in: 0...1, using: &random) <= share, !(hole..<hole + length).contains(slot) else {
                return nil
            }
            return Double(slot * 60 + Int.random(in: 0...20, using: &random))
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func onTargetNeedsMoreThanHalfOfTheSamplesAndNoHole(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let ages = randomAges(&random)
            let edges = [3600] + ages + [0]
            let longest = zip(edges, edges.dropFirst()).map { $0 - $1 }.max() ?? 3600
            let isKnown = ages.count > 30 && longest <= 120
            let judged = try judged([latency(ages, Double.random(in: 1...99, using: &random))])
            #expect(
                (judged.verdict == .onTarget) == isKnown,
                "\(ages.count) samples, hole of \(longest) s: \(judged.reason)")
        }
    }
}
