import Plan
import SourceText

@testable import PlanRules

/// Facts without a document behind them, for what a rule decides once everything is read.
///
/// Line N of every file is `line N`; the message of a finding names it, so that a test sees both places.
func span(_ path: String, _ line: Int) -> SourceSpan {
    let file = SourceFile(path: path, text: (1...60).map { "line \($0)\n" }.joined())
    return SourceSpan(file: file, range: file.lineRange(line))
}

func claim<Value>(_ value: Value, _ path: String, _ line: Int, _ reading: Reading = .heading) -> Claim<Value> {
    Claim(value, at: span(path, line), reading)
}

/// A flag's line in a configuration block, its percentage and day in the same line.
func defined(_ percent: Double?, day: Int? = nil, phase: String? = nil, _ path: String, _ line: Int) -> FlagStage {
    FlagStage(
        percent: percent.map { claim($0, path, line, .codeBlock) }, when: nil,
        day: day.map { claim($0, path, line, .codeBlock) }, phase: phase, defines: true, span: span(path, line))
}

/// A flag in a list, its day from a heading.
func listed(
    _ percent: Double?, day: Int? = nil, when: String? = nil, phase: String? = nil, _ path: String, _ line: Int
) -> FlagStage {
    FlagStage(
        percent: percent.map { claim($0, path, line, .listItem) }, when: when.map { claim($0, path, line, .listItem) },
        day: day.map { claim($0, path, line, .heading) }, phase: phase, defines: false, span: span(path, line))
}

/// A numbered phase with its days (weeks, …) in one place.
func phase(
    _ number: Double?, _ range: ClosedRange<Double>, unit: Schedule.Unit = .day, name: String = "Work",
    keyword: String = "phase", relative: Bool = false, _ path: String = "plan.md", _ line: Int = 1,
    durations: [Claim<TimeAmount>] = [], rollbackTimes: [Claim<TimeAmount>] = [], text: String? = nil
) -> Phase {
    let schedule = Schedule(
        text: text ?? "\(unit.rawValue) \(formatNumber(range.lowerBound))-\(formatNumber(range.upperBound))",
        unit: unit,
        range: range, relative: relative)
    return Phase(
        id: number.map { "\(keyword)-\(formatNumber($0))" } ?? name.lowercased(), name: name, number: number,
        keyword: keyword, span: span(path, line), names: [claim(name, path, line)],
        schedules: [claim(schedule, path, line)], durations: durations, rollbackTimes: rollbackTimes)
}

/// `5-15 minutes` as it is read.
func minutes(
    _ upper: Double, from lower: Double? = nil, _ comparison: Comparison? = nil, per: String? = nil, text: String? = nil
) -> TimeAmount {
    TimeAmount(
        kind: .measured, seconds: upper * 60, lowerSeconds: lower.map { $0 * 60 }, comparison: comparison, per: per,
        text: text ?? "\(formatNumber(upper)) minutes")
}

func limit(
    _ comparison: Comparison?, _ number: Double, _ unit: Unit = .percent, _ statistic: Statistic? = nil,
    windowSeconds: Double? = nil
) -> Limit {
    let quantity = Quantity(number, unit)
    return Limit(
        comparison: comparison, quantity: quantity, statistic: statistic, windowSeconds: windowSeconds,
        text: (comparison.map { "\($0.rawValue) " } ?? "") + quantity.text)
}

extension PlanRule {
    /// Messages of this rule alone, in reading order.
    func messages(on plan: Plan) -> [String] { runRules([self], on: RuleInput(plan: plan)).map(\.message) }
}
