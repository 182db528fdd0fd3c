import Assessment
import Observations
import Plan
import SourceText
import Testing

/// What files say, read and judged: nothing that may be otherwise is on target.
@Suite struct ReadEvidenceTests {
    private let settings = KPISettings(kpi: "Error rate", metric: "error_rate_percent", intervalSeconds: 300)

    private func source(of text: String) -> ByteSource {
        let bytes = Array(text.utf8)
        var offset = 0
        return unsafe ByteSource { buffer throws(ByteSourceFault) in
            let count = min(buffer.count, bytes.count - offset)
            for index in 0..<count { unsafe buffer[index] = bytes[offset + index] }
            offset += count
            return count
        }
    }

    private func judged(
        _ files: [String], target: String = "< 1%", alert: String = "> 5%", triggers: [Trigger] = []
    ) throws -> (kpi: KPIAssessment, triggers: [TriggerVerdict], findings: [Finding]) {
        let plan = Plan(
            thresholds: [try threshold("Error rate", target: target, alert: alert, critical: "> 10%")],
            triggers: triggers)
        let configuration = AssessmentConfiguration(kpis: [settings])
        var reading = MetricReading(demand: metricDemand(plan: plan, configuration: configuration, now: now))
        var findings: [Finding] = []
        for (index, text) in files.enumerated() {
            findings += reading.read("\(index).csv", as: .csv, from: source(of: text))
        }
        let (assessment, _) = assess(
            plan: plan, observations: Observations(metrics: reading.summaries()), clock: try clock(),
            configuration: configuration)
        return (try #require(assessment.kpis.first), assessment.triggers.map(\.verdict), findings)
    }

    /// One sample each five minutes, the newest of them now.
    private func file(_ values: [String], lineEnd: String = "\n", isOffset: Bool = false) -> String {
        let rows = values.enumerated().map { index, value in
            "\(Int(now.secondsSinceEpoch) - 300 * (values.count - 1 - index)),error_rate_percent,\(value)"
        }
        return "time,name,value\n" + rows.joined(separator: "\n") + lineEnd
    }

    private func hour(_ last: String...) -> [String] { Array(repeating: "0.5", count: 25 - last.count) + last }

    // MARK: Charts

    @Test func anIndicatorBringsItsLastWeekWithIt() throws {
        let history = try judged([file(hour("", "0.7"))], target: "< 1% average").kpi.history
        let course = try #require(history.course)
        #expect(
            course.buckets.reduce(0) { $0 + $1.count } == 24 && course.buckets.reduce(0) { $0 + $1.numberless } == 1)
        #expect(history.unit == .percent && history.series == nil && !history.isOfCounter)
        #expect(try judged([file([])]).kpi.history.course == nil)
    }

    @Test(arguments: [
        (0.5, KPIVerdict.onTarget), (1, .offTarget), (5, .offTarget), (5.1, .alert), (11, .critical),
    ])
    func aValueByItselfStandsInAZone(value: Double, zone: KPIVerdict) throws {
        let limits = IndicatorLimits(try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 10%"))
        #expect(limits.zone(of: value, in: .percent) == zone)
        #expect(limits.zone(of: value / 100, in: .ratio) == zone)
        #expect(limits.zone(of: value, in: .seconds) == nil && limits.zone(of: .nan, in: .percent) == nil)
    }

    // MARK: Contradictions

    @Test(arguments: ["< 1%", "< 1% average", "< 1% for 10 minutes"])
    func twoValuesOfOneMomentAreNoGoodNews(_ target: String) throws {
        let (good, bad) = (file(hour()), file(hour("4")))
        for files in [[good, bad], [bad, good]] {
            let judged = try judged(files, target: target)
            #expect(judged.kpi.verdict == .noData)
            #expect(
                judged.kpi.reason.contains("0.csv:26") && judged.kpi.reason.contains("1.csv:26"), "\(judged.kpi.reason)"
            )
            #expect(judged.findings.map(\.rule) == ["metric-duplicate-conflict"])
        }
        #expect(try judged([good, good], target: target).kpi.verdict == .onTarget)
    }

    @Test func aContradictionThatNothingIsJudgedByIsOnlyTold() throws {
        var other = hour()
        other[3] = "4"
        for target in ["< 1%", "< 1% average"] {
            let judged = try judged([file(hour()), file(other)], target: target)
            #expect(judged.kpi.verdict == .onTarget)
            #expect(judged.findings.map(\.rule) == ["metric-duplicate-conflict"])
        }
        #expect(try judged([file(hour()), file(other)], target: "< 1% average over 2 hours").kpi.verdict == .noData)
    }

    /// Older than the samples that stay as they are.
    @Test func contradictionsFarBackInTheWindowCount() throws {
        let values = Array(repeating: "0.5", count: 8000)
        var other = values
        other[1000] = "9"
        let window = "< 1% average over 27 days"
        #expect(try judged([file(values), file(values)], target: window).kpi.verdict == .onTarget)
        #expect(try judged([file(values), file(other)], target: window).kpi.verdict == .noData)
    }

    @Test func aTriggerIsNotQuietByTheOrderOfFiles() throws {
        let trigger = try trigger("Error rate", "> 3%")
        #expect(try judged([file(hour()), file(hour("4"))], triggers: [trigger]).triggers == [.unknown])
        #expect(try judged([file(hour())], triggers: [trigger]).triggers == [.quiet])
    }

    // MARK: Infinite values

    @Test(arguments: ["+Inf", "-inf", "1e999"], ["< 1%", "< 1% average", "< 1% for 10 minutes"])
    func anInfiniteValueIsNoGap(_ value: String, _ target: String) throws {
        let newest = try judged([file(hour(value))], target: target)
        #expect(newest.kpi.verdict == .noData)
        let before = try judged([file(hour(value, "0.5"))], target: target)
        #expect((before.kpi.verdict == .onTarget) == (target == "< 1%"), "\(before.kpi.reason)")
        #expect(try judged([file(hour("NaN", "0.5"))], target: "< 1% average").kpi.verdict == .onTarget)
    }

    // MARK: Lines that may be cut off

    @Test func aLastLineWithoutLineEndIsNoGoodNews() throws {
        // 12.5, cut off.
        let torn = try judged([file(Array(repeating: "12.5", count: 24) + ["1"], lineEnd: "")], target: "< 2%")
        #expect(torn.kpi.verdict == .critical)
        #expect(torn.kpi.newestSample == now.adding(seconds: -300))
        #expect(torn.findings.map(\.rule) == ["metric-unreadable"] && torn.findings.map(\.severity) == [.warning])
    }

    @Test func aLastLineWithoutLineEndIsBadNewsWhereItIsBad() throws {
        let trigger = try trigger("Error rate", "> 3%")
        let bad = try judged([file(hour("12"), lineEnd: "")], triggers: [trigger])
        #expect(bad.kpi.verdict == .critical)
        #expect(bad.triggers == [.firing])
        let good = try judged([file(hour(), lineEnd: "")], triggers: [trigger])
        #expect(good.kpi.verdict == .onTarget, "what came before is fresh")
        #expect(good.triggers == [.quiet])
    }

    @Test func aSingleLineWithoutLineEndShowsNothing() throws {
        let judged = try judged([file(["0.5"], lineEnd: "")])
        #expect(judged.kpi.verdict == .noData)
        #expect(judged.kpi.reason == "its only sample may be cut off (0.csv:2)")
        #expect(try self.judged([file(["\"0.5\""], lineEnd: "")]).kpi.verdict == .onTarget, "a closed quote ends it")
        #expect(try self.judged([file(["0.5"], lineEnd: ""), file(["0.5"])]).kpi.verdict == .onTarget)
    }

    @Test func halfOfANameIsNoSeries() throws {
        let text = "time,value,name\n\(Int(now.secondsSinceEpoch) - 300),0.5,error_rate_percent\n"
        let last = "\(Int(now.secondsSinceEpoch)),0.5,error_rate"
        let judged = try judged([text + last])
        #expect(judged.kpi.verdict == .onTarget)
        #expect(judged.findings.map(\.rule) == ["metric-unreadable"])
    }
}
