import Plan
import SourceText
import Testing

@testable import PlanRules

/// 10,000 seeded plans: what is read of a marked fact stands exactly where the mark is, and so does what is found.
@Suite struct MarkedFactTests {
    private static let shards = 20
    private static let size: UInt64 = 500

    @Test(arguments: 0..<UInt64(shards))
    func factsAreWhereTheyStand(shard: UInt64) {
        for seed in shard * Self.size..<(shard + 1) * Self.size {
            let document = RandomPlan(seed: seed)
            let faults = Self.faults(in: document)
            guard faults.isEmpty else {
                let text = document.file.text(0..<document.file.bytes.count)
                Issue.record("seed \(seed): \(faults.joined(separator: "; "))\n\(text)")
                return
            }
        }
    }

    private static func faults(in document: RandomPlan) -> [String] {
        let plan = planOf([document.file])
        let read = factsRead(in: plan)
        let findings = runRules(rules, on: RuleInput(plan: plan, links: LinkIndex(of: plan) { _ in false }))
        var faults: [String] = []
        for (rule, fact) in [("link-broken", RandomPlan.Fact.target), ("phase-duration-mismatch", .duration)] {
            let found = Set(findings.filter { $0.rule == rule }.compactMap(\.span?.range))
            if found != document.marks[fact] ?? [] { faults.append("\(rule) at \(found)") }
        }
        for fact in RandomPlan.Fact.allCases where fact != .target {
            let (marked, read) = (document.marks[fact] ?? [], read[fact] ?? [])
            func tell(_ ranges: Set<Range<Int>>) -> String {
                ranges.sorted { $0.lowerBound < $1.lowerBound }.map { "\($0) '\(document.file.text($0))'" }
                    .joined(separator: ", ")
            }
            if marked != read {
                faults.append(
                    "\(fact): marked \(tell(marked.subtracting(read))), read \(tell(read.subtracting(marked)))")
            }
        }
        let marks = Set(document.marks.values.joined())
        for finding in findings {
            for span in [finding.span].compactMap(\.self) + finding.related.map(\.span)
            where !marks.contains(span.range) {
                faults.append("\(finding.rule) at \(span.range) '\(span.text)'")
            }
        }
        return faults
    }

    /// Rules that point at facts as they are read.
    private static let rules: [PlanRule] = [
        .linkBroken, .phaseDurationMismatch, .phaseDaysOverlap, .thresholdConflict, .rollbackTimeConflict,
        .flagPercentConflict, .flagDayConflict, .dayPercentConflict,
    ]

    private static func factsRead(in plan: Plan) -> [RandomPlan.Fact: Set<Range<Int>>] {
        func ranges<Value>(_ claims: [Claim<Value>]) -> Set<Range<Int>> { Set(claims.map(\.span.range)) }
        let stages = plan.flags.flatMap(\.stages)
        let procedures = plan.rollbackProcedures
        return [
            .schedule: ranges(plan.phases.flatMap(\.schedules)), .duration: ranges(plan.phases.flatMap(\.durations)),
            .wayBack: ranges(plan.phases.flatMap(\.rollbackTimes)), .dayShare: ranges(plan.days.flatMap(\.percents)),
            .stageShare: ranges(stages.compactMap(\.percent)), .stageTime: ranges(stages.compactMap(\.when)),
            .limit: ranges(plan.thresholds.flatMap { $0.targets + $0.warnings + $0.criticals }),
            .budget: ranges(procedures.flatMap(\.timeBudgets)),
            .stepTime: ranges(procedures.flatMap { $0.steps.compactMap(\.timeBudget) }),
            .task: Set(plan.days.flatMap { $0.tasks.map(\.span.range) }),
            // The noise has links too, to sites.
            .link: Set(
                plan.documents.flatMap { $0.links.filter { $0.destination.hasPrefix("gone") }.map(\.span.range) }),
        ]
    }
}
