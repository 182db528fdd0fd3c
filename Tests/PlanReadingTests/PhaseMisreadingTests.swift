import Plan
import PlanReading
import SourceText
import Testing

/// What is a phase and what only looks like one.
private func plan(_ texts: String...) -> Plan {
    Plan(
        joining: texts.enumerated().map { index, text in
            DocumentFacts(SourceFile(path: "plan\(index).md", text: text))
        })
}

@Test(arguments: [
    "## Wave goodbye to the old mill\n", "## Phase A/B tests\n", "## Stage B results were good\n",
    "## Phase I did not like\n",
    "## 1.4.0 (Week 12)\n## 1.5.0 (Week 13)\n", "## News (Week 12)\n## News (Week 13)\n",
    "## Week 13: Rain\n## Week 12: Sun\n", "## Week 1\n## Week 2\n", "## Preparation (Week 0)\n",
    "## Detection (09:10-09:40)\n## Repair (09:40-11:00)\n", "## Fixes (2026-01-12)\n## Docs (2026-01-13)\n",
    "## Week 1: Setup\n## Day 3: Canary\n## Day 4: All\n",
    "- Phase 1: needed two more days\n- Phase 2: nobody noticed\n",
    "- [ ] Phase 1 – Tom\n", "Phase 2 is the one that hurt in Week 3.\n", "Week 3: Phase 1 starts late\n",
    "| Phase | Who |\n|---|---|\n| 1 | Tom |\n",
    "| Phase | What goes wrong |\n|---|---|\n| Copy | disk full |\n| Verify | lag |\n",
    "## Now (Q1 2026)\n## Next (Q2 2026)\n", "## v1.4 Maps (Week 1)\n## v1.5 Charts (Week 3)\n",
    "The build has three stages:\n1. **Fetch** the sources\n2. **Compile** them\n3. **Pack** the result\n",
    "## Stages\n- **Build** (5 minutes)\n- **Test** (10 minutes)\n",
    "| Stage | Duration |\n|---|---|\n| Build | 5 min |\n| Test | 10 min |\n",
    "## History\n### Phase 0: Last year (Week 1-2)\n",
    "## Abschnitt 1: Einleitung\nEin Wort.\n## Abschnitt 2: Betrieb\nSiehe KW 3.\n",
    "## Bloque A, B y C\n", "## Waves A, B and C\n",
])
func nothingHereIsAPhase(_ text: String) {
    #expect(plan("# Plan\n" + text).phases.map(\.name) == [])
}

@Test func whoLeadsAPhaseIsNotItsName() throws {
    let text =
        "# Plan\n## Phase 1: Copy (Day 1)\n## Phase 2: Switch (Day 2)\n## Owners\n- Phase 1: Anna\n- Phase 2: Bert\n"
    #expect(plan(text).phases.map { $0.names.map(\.value) } == [["Copy"], ["Switch"]])
}

@Test func anOverviewKeepsWhatItCallsAPhase() throws {
    let text =
        "# Plan\n## Overview\n- Phase 1: Copy\n- Phase 2: Shutdown\n## Phase 1: Copy (Day 1)\n## Phase 2: Switch (Day 2)\n"
    #expect(plan(text).phases.map { $0.names.map(\.value) } == [["Copy", "Copy"], ["Switch", "Shutdown"]])
}

@Test func anOverviewInAnotherDocumentTellsOfTheSamePhases() throws {
    let overview = "# Shop\n1. Phase 1: Copy\n2. Phase 2: Shutdown\n"
    let found = plan(overview, "# Plan\n## Phase 1: Copy (Day 1)\n## Phase 2: Switch (Day 2)\n").phases
    #expect(found.map { $0.names.map(\.value) } == [["Copy", "Copy"], ["Switch", "Shutdown"]])
}

@Test func aPlanThatHasPhasesDoesNotCountItsWeeks() throws {
    let weeks = "# Calendar\n## Week 1: Copying\n## Week 2: Switching\n"
    #expect(plan(weeks).phases.map(\.id) == ["week-1", "week-2"])
    #expect(plan(weeks, "# Plan\n## Phase 1: Copy\n## Phase 2: Switch\n").phases.map(\.id) == ["phase-1", "phase-2"])
}

@Test(arguments: [
    "## Phase 1: Copy\n### Sprint 1: Disks\n## Phase 2: Switch\n",
    "## Phase 1: Copy\n## Phase 2: Switch\n### Milestone 1: Done\n",
    "## Phase 1: Copy\n### Week 1: Disks\n### Week 2: Tapes\n## Phase 2: Switch\n",
    "## Phase 1: Copy\n### Phase 1a: Disks\n### Phase 1b: Tapes\n## Phase 2: Switch\n",
])
func whatAPhaseIsCutIntoIsNoPhase(_ text: String) {
    #expect(plan("# Plan\n" + text).phases.map(\.name) == ["Copy", "Switch"])
}

@Test(arguments: [
    ("## Phase One: Copy\n", "phase-1"), ("## Ring 0: Staff\n", "ring-0"), ("## Sprint 4 — Copy\n", "sprint-4"),
    ("## Fase IV — Copia\n", "phase-4"), ("## Welle C: Rest\n", "wave-c"), ("## Phase 1A: Copy\n", "phase-1a"),
    ("## Milestone 2: Copied\n", "milestone-2"), ("## T-2h: Copy\n## T+1h: Look\n", "t-minus-2h"),
])
func phasesAreCountedInManyWays(_ text: String, _ id: String) {
    #expect(plan("# Plan\n" + text).phases.first?.id == id)
}

@Test(arguments: [
    ("Risk: low. Rollback time: 1 hour.", "low", 3600.0), ("Risk: low\nRollback time: 1 hour", "low", 3600),
    ("**Risk:** low. **Rollback:** up to 2 minutes.", "low", 120), ("- Risk: low\n- RTO: 15 min\n", "low", 900),
    ("| Key | Value |\n|---|---|\n| Risk | low |\n| Max. time to revert | 15 min |\n", "low", 900),
    ("- **Risk**: low\n- **Rollback**: disable the flag, at most 5 minutes\n", "low", nil),
    ("- **Risk**: low\n- **Rollback plan**: 3 steps, see below\n", "low", nil),
])
func aPhasesFieldsStandInManyPlaces(_ text: String, _ risk: String, _ seconds: Double?) throws {
    let phase = try #require(plan("# Plan\n## Phase 1: Copy\n" + text).phases.first)
    #expect(phase.risks.map(\.value) == [risk])
    #expect(phase.rollbackTimes.first?.value.seconds == seconds)
}

@Test(arguments: [
    ("## Stage 2 – Canary – 5%\n", "Canary"), ("## Phase 2: Copy | Week 1 | low risk\n", "Copy"),
    ("## Phase 2: Copy [Week 1]\n", "Copy"),
    ("## Phase 2: Copy, Week 1\n", "Copy"), ("## Phase 2 (Week 1): Copy\n", "Copy"),
    ("## Phase 2 – Week 1: Copy\n", "Copy"),
    ("## Phase 2: Copy – the rest\n", "Copy – the rest"), ("## Phase 2: 25% of users\n", "25% of users"),
    ("## Phase 2: Week 1-2\n", "Phase 2"),
])
func aNameEndsWhereTheTimeBegins(_ title: String, _ name: String) throws {
    #expect(try #require(plan("# Plan\n" + title).phases.first).name == name)
}

@Test(arguments: [
    ("del 14 al 16 de enero de 2026", "2026-01-14 2026-01-16"), ("30 Jan – 3 Feb 2026", "2026-01-30 2026-02-03"),
    ("Dec 29 - Jan 2, 2026", "2025-12-29 2026-01-02"), ("10.–12.01.2026", "2026-01-10 2026-01-12"),
    ("1er au 5 juin 2026", "2026-06-01 2026-06-05"), ("T2 2026", "2026-04-01 2026-06-30"),
    ("March 3rd, 2026", "2026-03-03 2026-03-03"), ("12 Jan 2026 to 16 Jan 2026", "2026-01-12 2026-01-16"),
])
func datesAreReadAsPlannersWriteThem(_ text: String, _ expected: String) throws {
    let phase = try #require(plan("# Plan\n## Phase 1: Copy (\(text))\n").phases.first)
    let schedule = try #require(phase.schedules.first?.value)
    let days = try #require(schedule.range)
    let ends = [days.lowerBound, days.upperBound].map { "\(CivilDate(daysSinceEpoch: Int($0)))" }
    #expect(schedule.unit == .date && phase.name == "Copy")
    #expect(ends.joined(separator: " ") == expected)
}

@Test(arguments: [
    ("T+0:30 to T+0:45", 30.0, 45.0), ("T-0:30..T+0:15", -30, 15), ("T+1:00-1:30", 60, 90), ("T-30m", -30, -30),
])
func countdownsMayLast(_ text: String, _ first: Double, _ last: Double) throws {
    let schedule = try #require(plan("# Plan\n## Phase 1: Copy (\(text))\n").phases.first?.schedules.first?.value)
    #expect(schedule.relative && schedule.unit == .minute && schedule.range == first...last)
}

@Test(arguments: [
    "If the risk is high, we wait.", "Risk is low if nobody bakes.", "A high risk, low reward game.",
    "High risk, low reward.", "High risk customers wait.", "Without keys the risk is high.",
    "> **Note:** the vendor says the risk is low.\n",
    "> **Risk:** low\n>\n> So they said last year, and it was not.\n", "We read:\n\n> **Risk:** low\n",
])
func nothingHereSaysTheRiskOfAPhase(_ text: String) {
    #expect(plan("# Plan\n## Phase 1: Copy\n\n\(text)\n").phases.flatMap { $0.risks.map(\.value) } == [])
}

@Test(arguments: [
    "From 4 to 15 May we bake.", "On 4 May 1998 the shop burnt.", "Runs from the cellar, since 4 May.",
    "- Runs from 4 to 15 May\n", "We met on 4 May.",
])
func nothingHereSaysWhenAPhaseIs(_ text: String) {
    #expect(plan("# Plan\n## Phase 1: Copy\n\n\(text)\n").phases.flatMap { $0.schedules.map(\.value.text) } == [])
}

@Test(arguments: [
    "| Ring | Bought |\n|---|---|\n| 1 | 3 May |\n| 2 | soon |",
    "| Ring | Done |\n|---|---|\n| 1 | 3 May |\n| 2 | 9 May |",
    "| Ring | Note |\n|---|---|\n| 1 | 3 May or later |\n| 2 | 9 May |",
])
func onlyAColumnOfDatesSaysWhenPhasesOpen(_ table: String) {
    #expect(plan("# Plan\n## Ring 1: Oak\n## Ring 2: Elm\n\n\(table)\n").phases.flatMap(\.schedules).isEmpty)
}

@Test(arguments: [
    ("## T-2: Freeze\n## Go-live\n## T+1: Watch\n", ["Freeze", "Go-live", "Watch"]),
    ("## T-2: Freeze\n## Go-live\n## Party\n## T+1: Watch\n", ["Freeze", "Watch"]),
    ("## T-2: Freeze\n## Risks\n## T+1: Watch\n", ["Freeze", "Watch"]),
    ("## T-2: Freeze\n## T-1: Copy\n## Contacts\n", ["Freeze", "Copy"]),
    ("## J-2 : gel\n## J : bascule\n## J+1 : veille\n", ["gel", "bascule", "veille"]),
    ("## 3. Plan\n### 3.1 Shadow (days 1-3)\n### 3.2 Full (days 4-9)\n", ["Shadow", "Full"]),
    ("## 4. Plan\n### 3.1 Shadow (days 1-3)\n### 3.2 Full (days 4-9)\n", []),
])
func headingsAreCountedFromTheirPlace(_ content: String, _ names: [String]) {
    #expect(plan("# Plan\n\(content)").phases.map(\.name) == names)
}

@Test(arguments: [
    "Rollback was tested for 30 minutes.", "Rollback must begin within 5 minutes.",
    "Rollback within 5 minutes of the alarm.",
    "Rollback is not possible after 5 minutes.", "- Partial rollback: 5 min\n", "- Rollback window: 2 hours\n",
    "- Rollback: call Ada, wait 5 minutes, then start the old job\n",
])
func nothingHereIsTheRollbackTimeOfAPhase(_ text: String) {
    #expect(plan("# Plan\n## Phase 1: Copy\n\n\(text)\n").phases.flatMap { $0.rollbackTimes.map(\.value.text) } == [])
}

@Test(arguments: ["- A: week 3\n- Holidays: week 4\n", "- A: week 3 is free\n- B: week 4 is not\n", "- A: week 3\n"])
func onlyAListOfPhasesAndTimesSaysWhenTheyAre(_ text: String) {
    let found = plan("# Plan\n## Wave A: Copy\n## Wave B: Switch\n## When\n" + text).phases
    #expect(found.map(\.name) == ["Copy", "Switch"])
    #expect(found.flatMap { $0.schedules.map(\.value.text) } == [])
}

/// `## 1. Umzug` where the table calls phase 1 otherwise, beside a heading that repeats number and name of phase 2.
private func numberedSections(_ first: String, _ second: String) -> [[String]] {
    let table = "| Nr. | Phase | Zeitraum |\n|---|---|---|\n| 1 | Aufbau | KW 3 |\n| 2 | Pilot | KW 4 |\n"
    return plan("# Umzug\n\n\(table)\n\(first)\n\n\(second)\n").phases.map { $0.names.map(\.value) }
}

@Test func aSectionWithThePhasesNumberAndAnotherName() {
    let found = numberedSections("## 1. Umzug\n\n- **Rückfallzeit**: 30 Minuten", "## 2. Pilot")
    #expect(found == [["Umzug", "Aufbau"], ["Pilot", "Pilot"]])
}

@Test(arguments: [
    // Says nothing of a phase; a heading gives a phase another number; no heading repeats any; of another level.
    ("## 1. Umzug\n\nEin Wort.", "## 2. Pilot"),
    ("## 1. Umzug\n\n- **Rückfallzeit**: 30 Minuten", "## 3. Pilot"),
    ("## 1. Umzug\n\n- **Rückfallzeit**: 30 Minuten", "## 2. Probe"),
    ("## 1. Umzug\n\n- **Rückfallzeit**: 30 Minuten", "### 2. Pilot"),
    ("## 4. Umzug\n\n- **Rückfallzeit**: 30 Minuten", "## 2. Pilot"),
])
func numberedSectionsThatAreNoPhases(_ first: String, _ second: String) {
    #expect(numberedSections(first, second).map(\.first) == ["Aufbau", "Pilot"])
}
