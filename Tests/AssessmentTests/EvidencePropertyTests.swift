import Assessment
import Observations
import Plan
import SourceText
import TestSupport
import Testing

/// Whatever the gaps: green is said only of what can be checked by hand.
@Suite struct EvidencePropertyTests {
    /// Samples with gaps, holes, values without a number and times in the future.
    private func randomSamples(_ random: inout SeededGenerator) -> [(age: Double, value: Double)] {
        let interval = Double([60, 300, 900, 3600].randomElement(using: &random) ?? 60)
        var age = Double.random(in: -3 * interval...30 * interval, using: &random)
        return (0..<Int.random(in: 0...20, using: &random)).map { _ in
            age +=
                interval * (Int.random(in: 0...9, using: &random) == 0 ? Double.random(in: 2...40, using: &random) : 1)
            let kind = Int.random(in: 0...9, using: &random)
            return (
                age - 10 * interval,
                kind == 0 ? .nan : kind == 1 ? 7 : kind == 2 ? 20 : Double.random(in: 0...1.2, using: &random)
            )
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func greenNeedsFreshNumbersThatMeetTheTarget(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let target = try #require(["< 1%", "< 1% average", "< 1% for 10 minutes"].randomElement(using: &random))
        let threshold = try threshold("Error rate", target: target, alert: "> 5%", critical: "> 15%")
        for _ in 0..<20 {
            let samples = randomSamples(&random).shuffled(using: &random)
            let one = series("error_rate_percent", samples)
            let (assessment, findings) = try assessed([threshold], [one])
            let judged = try #require(assessment.kpis.first)
            let past = one.samples.filter { $0.time <= now.adding(seconds: 60) }
            #expect(rules(findings).contains("metric-future-dated") == (past.count < one.samples.count))
            guard let newest = past.last else {
                #expect(judged.verdict == .noData)
                continue
            }
            let gaps = zip(past.dropFirst(), past).map { $0.time.seconds(since: $1.time) }
            let longest = gaps.max() ?? 3600
            let age = now.seconds(since: newest.time)
            #expect(judged.newestSample == newest.time)
            let ahead = one.samples.filter { $0.time > now.adding(seconds: 60) }
            let isOff = ahead.count >= 3 || (ahead.first?.time.seconds(since: now) ?? 0) > 3600
            if isOff { #expect(judged.verdict != .onTarget, "its clock is wrong") }
            if judged.verdict == .noData, !newest.value.isNaN { #expect(target.contains("average") || !ahead.isEmpty) }
            if newest.value.isNaN { #expect(judged.verdict == .noData) }
            if age > 2 * longest { #expect(judged.verdict == .stale || judged.verdict == .noData) }
            if judged.verdict == .onTarget {
                #expect(age <= 2 * longest)
                #expect(try #require(judged.value).number < 1)
                #expect(newest.value <= 5, "the alert limit is held against the newest sample")
                if target.contains("average") { expectCovered(past, interval: try #require(judged.intervalSeconds)) }
                if target == "< 1%" { #expect(newest.value < 1) }
                #expect(try #require(judged.since) <= newest.time)
            } else {
                #expect(assessment.verdict != .onPlan)
            }
            #expect(assessment.verdict != .onPlan || judged.verdict == .onTarget)
        }
    }

    /// An average over the last hour is known where more than half of the samples that are due are there, and no hole is longer than
    /// two intervals.
    private func expectCovered(_ samples: [MetricSample], interval: Double) {
        let ages = samples.filter { !$0.value.isNaN && $0.time <= now }.map { now.seconds(since: $0.time) }
            .filter { $0 < 3600 }
        #expect(Double(ages.count) > 3600 / interval / 2 + 1e-9)
        let edges = [3600] + ages + [0]
        for (older, newer) in zip(edges, edges.dropFirst()) { #expect(older - newer <= 2 * interval + 1e-6) }
    }

    @Test func theSameValuesGiveTheSameAssessment() throws {
        var random = SeededGenerator(seed: 7)
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%")
        let metrics = (0..<30).map { host in
            series("error_rate_percent", randomSamples(&random), labels: [MetricLabel("host", "\(host)")])
        }
        let (first, findings) = try assessed([threshold], metrics)
        for _ in 0..<5 {
            let (again, others) = try assessed([threshold], metrics)
            #expect(again.kpis.map(\.reason) == first.kpis.map(\.reason))
            #expect(others == findings)
        }
    }
}
