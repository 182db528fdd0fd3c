import Plan
import PlanReading
import SourceText
import Testing

/// Shapes that look like a fact and are another one, or none: each was once read wrongly.
private func plan(_ texts: String...) -> Plan {
    Plan(
        joining: texts.enumerated().map { index, text in
            DocumentFacts(SourceFile(path: "plan\(index).md", text: text))
        })
}

private func picture(_ schedule: Schedule) -> String {
    if let range = schedule.range { return "\(formatNumber(range.lowerBound))-\(formatNumber(range.upperBound))" }
    return schedule.openStart.map { "from \(formatNumber($0))" } ?? "unknown"
}

@Test(arguments: [
    ("## Phase 1: A\n- **Start**: Day 1\n- **Duration**: 5 days\n", ["from 1"]),
    ("## Phase 1: A\n- **Start**: Day 1\n- **End**: Day 5\n", ["1-5"]),
    ("## Phase 1: A\n- **Start date**: 2026-01-05\n", ["from 20458"]),
    ("| Phase | Start | Duration |\n|---|---|---|\n| Phase 1 | Day 1 | 5 days |\n", ["from 1"]),
    ("| Phase | Start | End | Duration |\n|---|---|---|---|\n| Phase 1 | Day 2 | Day 6 | 5 days |\n", ["2-6"]),
    ("| Phase | Start day | End day |\n|---|---|---|\n| Phase 1 | 2 | 6 |\n", ["2-6"]),
    ("## Phase 1: A (from Day 6)\n", ["from 6"]),
    ("## Phase 1: A (by Day 5)\n", ["unknown"]),
    ("## Phase 1: A (Day 6+)\n", ["from 6"]),
    ("## Phase 1: A (2 weeks, starting Week 3)\n", ["from 3"]),
])
func aStartIsNoSchedule(_ text: String, _ expected: [String]) throws {
    let phase = try #require(plan(text).phases.first)
    #expect(phase.schedules.map { picture($0.value) } == expected)
    #expect(phase.days == nil || expected != ["from 1"])
}

@Test(arguments: [
    ("## Day 2 – 20%\n", [20.0]), ("## Day 2: 25%\n", [25]), ("## Day 2: Canary (5%)\n", [5]),
    ("## Day 2: Canary 5%\n", [5]), ("## Day 2: Caching (40% rollout)\n", [40]),
    ("## Day 2: 25% of all users\n", [25]), ("## Day 2: ramp up to 50%\n", [50]),
    ("## Day 2: ramp (10% → 50%)\n", [50]), ("## Day 2: Increase to 50%\n", [50]),
    ("## Day 2: 100% green tests\n", []), ("## Day 2: 99.9% uptime\n", []), ("## Day 2: Canary tests 100%\n", []),
    ("## Day 2: Canary release 5%\n", [5]), ("## Day 2: (90% done)\n", []),
    ("## Day 2: 99.9% uptime for users\n", []), ("## Day 2: Tests at 80% coverage\n", []),
])
func onlyAShareOfTheRolloutIsADaysPercentage(_ text: String, _ expected: [Double]) throws {
    let day = try #require(plan(text).days.first)
    #expect(day.number == 2)
    #expect(day.percents.map(\.value) == expected)
}

@Test(arguments: [
    ("- **Rollback time**: 5 minutes", 1), ("- **Estimated time**: 5 minutes", 1), ("- **Duration**:\t5 minutes", 1),
    ("- **Maintenance window**: 02:00-04:00 (2 hours)", 0), ("- **Verification time**: 10 minutes", 0),
])
func onlyItsOwnTimeIsAProceduresBudget(_ field: String, _ count: Int) throws {
    let text = "# Rollback\n## Service rollback\n\(field)\n\n1. Stop\n2. Start\n"
    let procedure = try #require(plan(text).rollbackProcedures.first)
    #expect(procedure.timeBudgets.count == count)
}

@Test func theDurationOfATestIsNotThePhases() throws {
    let phase = try #require(
        plan("## Phase 1: A (Day 1-3)\n- **Test duration**: 1 day\n- **Estimated duration**: 3 days\n").phases.first)
    #expect(phase.durations.map(\.value.text) == ["3 days"])
}

@Test(arguments: [
    ("## Phase 1: A\n| Field | Value |\n|---|---|\n| Duration | 2 days |\n", "2 days"),
    ("## Phase 1: A\n- **Duration**: two days\n", "two days"),
    ("## Phase 1: A\n**Duration:** 1.5 days | **Risk:** High\n", "1.5 days"),
])
func aDurationIsReadWhereverItIsAField(_ text: String, _ expected: String) throws {
    #expect(try #require(plan(text).phases.first).durations.map(\.value.text) == [expected])
}

@Test(arguments: [
    ("Restore (10 minutes)", 600.0), ("Restore (about 10 min, by Bob)", 600), ("Restore (all) pods (10 min)", 600),
    ("Restore - 10 minutes", 600), ("Restore (max. 10 minutes)", 600),
    ("Restore snapshot (last 24 hours)", nil), ("Restore (taken every 15 minutes)", nil), ("Flush (TTL 1 hour)", nil),
    ("Wait (timeout 5 minutes)", nil), ("If that fails: redeploy (10 min)", nil),
    ("Rebuild the index in the background (2 hours)", nil), ("Warn users (2 hours before)", nil),
])
func aTimeDirectlyInBracketsIsAStepsLength(_ step: String, _ seconds: Double?) throws {
    let procedure = try #require(
        plan("# Rollback\n## Service rollback\n1. \(step)\n2. Verify\n").rollbackProcedures.first)
    #expect(procedure.steps.first?.timeBudget?.value.seconds == seconds)
    #expect(procedure.steps.count == 2)
}

@Test func timesOfAlternativesDoNotAddUp() throws {
    let text =
        "# Rollback\n## Full rollback (5 min)\n### Scenario A\n1. Stop (5 min)\n### Scenario B\n1. Wipe (5 min)\n"
    let procedure = try #require(plan(text).rollbackProcedures.first)
    #expect(procedure.steps.count == 2)
    #expect(procedure.steps.allSatisfy { $0.timeBudget == nil })
}

@Test(arguments: [
    "## Full rollback - 30 minutes", "## Full rollback: under 30 minutes", "## Full rollback (30 minutes)",
])
func aTitleStatesItsBudget(_ title: String) throws {
    let procedure = try #require(plan("# Plan\n\(title)\n1. Stop\n").rollbackProcedures.first)
    #expect(procedure.timeBudget?.seconds == 1800)
    #expect(procedure.name == "Full rollback")
}

@Test func aFieldUnderAHeadedStepIsItsTime() throws {
    let text =
        "# Rollback\n## Full rollback (30 min)\n### Step 1: Stop\n**Time:** 10 minutes\n### Step 2: Start (5 min)\n"
    let procedure = try #require(plan(text).rollbackProcedures.first)
    #expect(procedure.steps.map { $0.timeBudget?.value.seconds } == [600, 300])
}

@Test(arguments: [
    ("Service rollback", "Payment service rollback", 1), ("Database rollback", "Rollback one database shard", 1),
    ("Rollback a feature", "Feature flag rollback", 1), ("Full Rollback", "Full System Rollback", 2),
])
func onlyEqualNamesAreOneRollback(_ one: String, _ other: String, _ budgets: Int) throws {
    let plan = plan("## \(one) (< 5 minutes)\n1. Stop\n", "## \(other) (< 20 minutes)\n1. Stop\n")
    #expect(try #require(plan.rollbackProcedures.first).timeBudgets.count == budgets)
}

@Test func stepsKeepTheirNumbersBehindOtherLines() throws {
    let text = """
        # Rollback
        ## Full rollback
        1. **Action:** stop (10 minutes) **Owner:** Ann
        2. **Action:** restore (20 minutes) **Owner:** Bob
        """
    #expect(try #require(plan(text).rollbackProcedures.first).steps.map(\.number) == [1, 2])
}

@Test(arguments: [
    ("Enable `a_b` feature flag", [3]), ("`a_b`", [3]), ("Set `a_b` to 20%", [3]),
    ("Verify that flag `a_b` is enabled", []), ("Do not enable the flag `a_b` above 20%", []),
    ("Enable the flag `a_b` for internal users (100%)", []), ("Dashboard shows errors of `a_b`", []),
])
func onlyAnInstructionGivesAFlagAStage(_ line: String, _ days: [Int]) throws {
    let table = "| Flag | Day | Rollout |\n|---|---|---|\n| `a_b` | 2 | 20% |\n"
    let flag = try #require(plan(table, "# Timeline\n## Day 3: Watch (20% rollout)\n- \(line)\n").flags.first)
    #expect(flag.stages.filter { !$0.defines }.compactMap { $0.day?.value } == days)
}

@Test func namesInAListFollowTheLineAboveThem() {
    let table = "| Flag | Day | Rollout |\n|---|---|---|\n| `a_b` | 2 | 20% |\n| `c_d` | 2 | 20% |\n"
    let list =
        "# Timeline\n## Day 9: End (100% rollout)\n- Raise the flags to 100%\n  - `a_b`, `c_d`\n- Watch\n  - `a_b`\n"
    let stages = plan(table, list).flags.map { flag in flag.stages.filter { !$0.defines }.map { $0.percent?.value } }
    #expect(stages == [[100], [100]])
}

@Test func aNestedNameKeepsItsOwnPercentage() {
    let table = "| Flag | Day | Rollout |\n|---|---|---|\n| `a_b` | 2 | 20% |\n"
    let list = "# Timeline\n## Day 2: First\n- [ ] **09:00-09:30**: Flags\n  - [ ] `a_b`: 40%\n"
    let stages = plan(table, list).flags.flatMap(\.stages).filter { !$0.defines }
    #expect(stages.map { $0.percent?.value } == [40])
}

@Test func underARollbackNoFlagIsBroughtToItsUsers() {
    let table = "# Plan\n| Flag | Day | Rollout |\n|---|---|---|\n| `a_b` | 2 | 20% |\n"
    let flag = plan(table + "## Rollback\n- Set `a_b` flag to 5% first\n").flags.first
    #expect(flag?.stages.count == 1)
}

@Test(arguments: [
    ("> 1.500 ms", "< 1,5 s", 1500.0), ("> 1.500 ms", "< 1.5 s", 1.5), ("> 1.500 ms", "< 1,5 s, < 1.5 s", nil),
])
func aPointBeforeThreeDigitsMeansWhatTheDocumentWrites(_ alert: String, _ other: String, _ expected: Double?) {
    let threshold = plan("# KPI\n- **Antwortzeit**\n  - Ziel: \(other)\n  - Alarm: \(alert)\n").thresholds.first
    #expect(threshold?.warning?.quantity.number == expected)
    #expect(threshold?.target?.quantity.number == 1.5)
}

@Test(arguments: [
    "- **Phase 1**: Prep (Day 1-3)\n", "**Phase 1: Prep (Day 1-3)**\n",
    "| Phase | Name | Days |\n|---|---|---|\n| 1 | Prep | 1-3 |\n",
    "| # | Phase | Days |\n|---|---|---|\n| 1 | Prep | 1-3 |\n",
    "| Phase | Start | End |\n|---|---|---|\n| Phase 1: Prep | Day 1 | Day 3 |\n",
])
func aPhaseIsReadWithoutAHeadingOfItsOwn(_ text: String) throws {
    let phase = try #require(plan("# Plan\n" + text).phases.first)
    #expect(phase.id == "phase-1" && phase.name == "Prep" && phase.days == 1...3)
}

@Test func whatAListSaysOfAPhaseIsNoPhase() {
    #expect(
        plan("# Plan\n- **Phase 1**: rollback takes 5 minutes\n## Rollback\n- **Phase 1**: Day 1-3\n").phases.isEmpty)
}

@Test func daysAreReadFromATable() {
    let text = "# Plan\n| Day | Work | Rollout |\n|---|---|---|\n| Day 1 | Prepare | - |\n| 2 | Canary | 5% |\n"
    let days = plan(text).days
    #expect(days.map(\.number) == [1, 2])
    #expect(days.map(\.title) == ["Prepare", "Canary"])
    #expect(days.flatMap(\.percents).map(\.value) == [5])
    #expect(plan("# Plan\n| Day | EU | US |\n|---|---|---|\n| 1 | 5% | 10% |\n").days.isEmpty)
}

@Test func theHeadsOfATableNameWhatItsRowsMeasure() {
    let plan = plan(
        "| Service | Availability target |\n|---|---|\n| Checkout | 99.9% |\n",
        "| Service | Error target |\n|---|---|\n| Checkout | < 1% |\n",
        "| Name | Target | Alert |\n|---|---|---|\n| Latency | < 2 s | > 4 s |\n")
    #expect(plan.thresholds.map(\.metric) == ["Checkout availability", "Checkout error", "Latency"])
}

@Test(arguments: [
    "- Note: the target is 5 people, the alert is 3 days before\n",
    "## Example\n### KPI\n- **Error rate**: Target < 1%, Alert > 5%\n",
])
func noMeasureOfThePlan(_ text: String) {
    #expect(plan("# Plan\n" + text).thresholds.isEmpty)
}

@Test(arguments: ["## Phase 5 results from last year\n", "## Example\n### Phase 5: Rollout (Day 1)\n"])
func noPhaseOfThePlan(_ text: String) {
    #expect(plan("# Plan\n" + text).phases.isEmpty)
}

@Test(arguments: [
    "## Phase 5 canary (Day 1)\n", "## Phase 5 Rollout\n", "## phase 5 rollout\n", "## Stage 5 of 6: All\n",
])
func aPhaseOfThePlan(_ text: String) {
    #expect(plan("# Plan\n" + text).phases.map(\.number) == [5])
}

@Test(arguments: [
    ("ts", "const thresholds = { errorRateCritical: 20 };"), ("yaml", "thresholds:\n  error_rate:\n    critical: 20"),
    ("ts", "const thresholds = { errorRate: { critical: 20 } };"),
    ("ts", "const C = { criticalErrorRateThreshold: 20 };"),
])
func aLimitIsConfiguredUnderWhateverNamesIt(_ language: String, _ code: String) throws {
    let dashboards = plan("# Plan\n```\(language)\n\(code)\n```\n").dashboards
    let limit = try #require(dashboards.first?.limits.first)
    #expect(limit.metric == "error rate" && limit.level == .critical && limit.value.value.number == 20)
}

@Test func aPercentageMayStandInQuotes() {
    let flags = plan("# Plan\n```yaml\nflags:\n  a_b: { rollout: \"40%\", day: 2 }\n```\n").flags
    #expect(flags.first?.stages.first?.percent?.value == 40)
}

@Test func aBlockForTwoEnvironmentsSetsNoLimitForBoth() {
    let text = """
        # Plan
        ```yaml
        staging:
          thresholds:
            critical_error_rate: 20
        production:
          thresholds:
            critical_error_rate: 5
            critical_latency_ms: 500
        ```
        """
    #expect(plan(text).dashboards.flatMap(\.limits).map(\.metric) == ["latency"])
}

@Test func aBlockOfTimeMayEndTheNextDay() throws {
    let day = try #require(
        plan("# Plan\n## Day 1: Night\n### Night (22:00-02:00)\n- 2:30 PM: call\n- 14h00: stop\n").days.first)
    #expect(day.timeBlocks.map(\.times.startText) == ["22:00"])
    #expect(day.timeBlocks.map(\.times.endText) == ["02:00"])
    #expect(day.tasks.map { $0.times?.startText } == ["14:30", "14:00"])
}

/// Each section once asked for all below it whether they are procedures, and each of those again.
@Test(.timeLimit(.minutes(5)))
func manyProceduresWithPartsAreReadInOneGo() {
    let text = "# Rollback\n" + (1...8_000).map { "## Rollback \($0)\n### Rollback a\n1. x\n" }.joined()
    #expect(plan(text).rollbackProcedures.count == 8_000)
}

@Test(arguments: [
    "## Rollback\nThe rollback takes more than 5 minutes.\n",
    "## Rollback\nIf the rollback takes more than 10 minutes, call Ana.\n",
    "## Rollback\n1. Check that errors are below 1 %\n",
    "## After a rollback\nVerify that:\n\n- errors are below 1 %\n",
    "## Phase 1: A\nErrors are below 1 %, so there was no rollback.\n",
    "## Phase 1: A\nA rollback was needed in 2 % of the rehearsals.\n",
    "## Alerts\n- Error rate > 5 %: mail to the team\n",
    "## Rollback\n```ts\nif (attempts > 3) stop();\n```\n",
    "## Rollback\n```sh\nif [ $N -gt 5 ]; then ./rollback.sh > log; fi\n```\n",
    "## When to roll back\n| Level | Time |\n|---|---|\n| 1 | < 5 min |\n",
])
func leadsToNoRollback(_ text: String) {
    #expect(plan("# Plan\n" + text).triggers.map(\.text) == [])
}

@Test(arguments: [
    ("- Error rate > 5 % → rollback", "rollback"), ("- Error rate > 5 %: pause", "pause"),
    ("- Error rate > 5 % triggers a rollback", "rollback"), ("- Halt when the error rate exceeds 5 %", "halt"),
    ("If the error rate is above 5 %, switch off the flag.", "rollback"), ("- Do not proceed if errors > 5 %", "halt"),
])
func aTriggerSaysWhatItLeadsTo(_ line: String, _ action: String) throws {
    let trigger = try #require(plan("# Plan\n## Phase 1: A\n\(line)\n").triggers.first)
    #expect(trigger.action == action)
    #expect(trigger.condition?.quantity.number == 5)
}

@Test(arguments: [
    "- Ramp up to 50% of the users", "- Finish within 2 weeks", "- [ ] 25% of the depots",
    "- [ ] Rehearse within 5 days",
    "- Needs more than 4 GB of memory", "It took more than 6 hours last year.", "You must have more than 2 approvals.",
    "```yaml\nresources:\n  limits:\n    cpu: 2\n```", "```ts\nconst client = { timeoutMs: 3000, maxRetries: 5 };\n```",
])
func limitsNoMeasure(_ text: String) {
    #expect(plan("# Plan\n## Phase 1: A\n\(text)\n").thresholds.map(\.metric) == [])
}

@Test func aDemandInADocumentWithoutStagesIsNoCriterion() {
    let text = "## Requests\nA body must be at most 64 KB.\n"
    #expect(plan("# Interface\n" + text).thresholds.isEmpty)
    #expect(plan("# Plan\n## Phase 1: A (Day 1)\n" + text).thresholds.map(\.metric) == ["body"])
}

@Test func aTableOfAPhasesFieldsHoldsNoMeasures() {
    let table = "| Field | Value |\n|---|---|\n| Duration | < 3 days |\n| Rollback time | < 5 minutes |\n"
    let read = plan("## Phase 1: A (Day 1-3)\n\n\(table)")
    #expect(read.thresholds.map(\.metric).isEmpty)
    #expect(read.phases.first?.durations.count == 1 && read.phases.first?.rollbackTimes.count == 1)
    #expect(plan("## KPIs\n\n\(table.replacing("Duration", with: "Lag"))").thresholds.count == 2)
}
