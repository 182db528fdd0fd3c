import Plan
import PlanReading
import SourceText
import Testing

/// Ways back that look like others: what is one and what are two, what is a budget and what a moment.
private func procedures(_ text: String) -> [RollbackProcedure] {
    Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: text))]).rollbackProcedures
}

@Test func timedStepsAreNoWaysOfTheirOwn() {
    let text = """
        # Ledger
        ## Rollback
        ### Stop the writers (2 min)
        ```sh
        ledgerctl stop
        ```
        ### Restore the journal (10 min)
        ```sh
        ledgerctl restore
        ```
        """
    #expect(procedures(text).map(\.name) == ["Rollback"])
}

@Test(arguments: [
    // The parts of a single way back, in bold or with marks, whatever lists they hold.
    "**Prerequisites**\n\n1. Access\n2. The pager\n\n**Execution (10 min)**\n\n1. Stop\n2. Restore\n",
    "**Application**\n\n1. Old image\n2. Look\n\n**Database**\n\n1. Restore\n2. Count\n",
    "### R1 Stop the writers\n```sh\nledgerctl stop\n```\n### R2 Restore\n```sh\nledgerctl restore\n```\n",
    "### Back up the journal\n1. Stop\n2. Copy\n### Restore\nTakes 5 minutes.\n\n1. Load\n2. Look\n",
    "1. Call Ana\n2. Stop\n\n**If it hangs (5 min)**\n\n- kill\n- look\n\n**If it fails (9 min)**\n\n- call\n- wait\n",
])
func partsAreNoWaysOfTheirOwn(_ parts: String) {
    #expect(procedures("# Ledger\n## Rollback\n\n" + parts).map(\.name) == ["Rollback"])
}

@Test(arguments: ["Target: 40 s per request", "Target: 99 %", "Target: all tills", "A day after the switch."])
func aTargetOfAMeasureIsNoBudget(_ line: String) {
    #expect(procedures("# L\n## Rollback\n\n1. Stop\n2. Restore\n\n\(line)\n").flatMap(\.timeBudgets).isEmpty)
}

@Test(arguments: [
    ("ledgerctl stop --now\nledgerctl start --from old", 1), ("$ ./back.sh --all", 1),
    ("# first\nkubectl -n shop rollout undo deploy/cart \\\n  --to-revision=3", 1),
    ("crane stops --> call 112", 0), ("reads --> old ledger\nwrites --> old ledger", 0), ("old = 1\nnew = 2", 0),
    ("Stop everything and go home -- now", 0), ("12:04 reads back\n12:09 writes back", 0), ("│ old │ new │", 0),
    ("status: done --", 0), ("", 0),
])
func onlyCommandsAreCommandsWithoutATag(_ block: String, _ count: Int) throws {
    let procedure = try #require(procedures("# L\n## Rollback\n1. Look\n\n```\n\(block)\n```\n").first)
    #expect(procedure.commands.count == count)
}

@Test(arguments: [
    ("```sh\n# ~4 minutes, most of it waiting\nback\n```", 240.0), ("```sh\n# Time: 5 min\nback\n```", 300),
    ("```sh\n# 4 minutes later\nback\n```", nil), ("```sh\nback\n# 4 minutes\n```", 240),
    ("For both halls, duration at most 1 hour.\n\n1. x", 3600), ("Wait 10 minutes, then go on.\n\n1. x", nil),
    ("The duration of a tide, 6 hours, is known.\n\n1. x", nil),
    ("Put the old map back (about 6 minutes):\n\n```sh\nback\n```", 360),
    ("Put the old map back (about 6 minutes):\n\n```sh\nback\n```\n\n1. x", nil),
    ("Last time the map came back (6 minutes).\n\n```sh\nback\n```", nil),
    ("(~6 min, mostly the tide)\n\n```sh\nback\n```", 360), ("(6 min) was the last time.\n\n```sh\nback\n```", nil),
    ("(checked every 6 minutes)\n\n1. x", nil), ("Takes about 6 minutes.\n\n1. x", 360),
    ("Pas plus de 6 minutes par salle.\n\n1. x", 360), ("The lamp takes 6 minutes to cool.\n\n1. x", nil),
    ("It takes 6 minutes after the call.\n\n1. x", nil), ("**Total:** 6 min\n\n1. x", 360),
    ("**Step 2:** 6 min\n\n1. x", nil), ("**Time to restore service:** 6 min\n\n1. x", 360),
    ("Wann: nachts. Dauer: 6 Minuten.\n\n1. x", 360),
])
func onlyWhatIsSaidOfTheWayBackIsItsBudget(_ content: String, _ seconds: Double?) throws {
    let procedure = try #require(procedures("# L\n## Rollback of the map\n\(content)\n").first)
    #expect(procedure.timeBudget?.seconds == seconds)
}

@Test(arguments: [
    ("Rollback times: Level 1 < 5 minutes", 300.0), ("- Level 1 (5 minutes)", 300), ("Level 1: wait 5 minutes", nil),
    ("Level 1 - 5 minutes after the alarm", nil), ("Level 2: 5 minutes", nil),
    ("## Escalation\n\nLevel 1: 15 minutes", nil), ("| Level | Time |\n|---|---|\n| 1 | 5 min |", 300),
    ("| Level | Detection time |\n|---|---|\n| 1 | 5 min |", nil),
])
func aLevelsTimeMayStandElsewhere(_ line: String, _ seconds: Double?) throws {
    let procedure = try #require(procedures("# Rollback\n\n\(line)\n\n## Level 1: Flag\n\n1. Set it\n2. Look\n").first)
    #expect(procedure.timeBudget?.seconds == seconds)
}

@Test(arguments: [
    ("under a minute", 60.0), ("less than an hour", 3600), ("menos de un minuto", 60),
    ("a minute", nil), ("under the hood", nil),
])
func oneIsSaidInWordsBehindAComparison(_ text: String, _ seconds: Double?) {
    #expect(QuantityReader(TokenizedText(text)).time(at: 0)?.amount.seconds == seconds)
}

@Test(arguments: [
    // Several situations are ways back; a single one is a branch of the way back that it stands under.
    (
        "## Rollback\n### If doors lock\n```sh\nkeyctl open\n```\n### If cards fail\n1. a\n2. b",
        ["If doors lock", "If cards fail"]
    ),
    ("## Rollback\n1. a\n2. b\n### If b fails\n```sh\nkeyctl kill\n```", ["Rollback"]),
    (
        "## Rückweg\n### Vor dem Umzug (5 Minuten)\nSchild ab.\n### Nach dem Umzug (1 Stunde)\n1. a\n2. b",
        ["Vor dem Umzug", "Nach dem Umzug"]
    ),
    ("## Rollback\n### Stop\n```sh\nx\n```\n### After the rollback (5 min)\n```sh\ny\n```", ["Rollback"]),
    // Letters tell ways back apart; parts and steps come one after the other.
    ("## Repli\n### Voie A — flux\n```sh\nx\n```\n### Voie B — base\n1. a\n2. b", ["Voie A — flux", "Voie B — base"]),
    ("## Rollback\n### Part A: base\n```sh\nx\n```\n### Part B: app\n```sh\ny\n```", ["Rollback"]),
    ("## Retour arrière\n### Retour à la base\n```sh\nx\n```\n### Retour à la page\n```sh\ny\n```", ["Retour arrière"]),
    // What could go wrong is a risk; what to do if it does is a way back.
    ("## If it goes wrong\n```sh\nx\n```", ["If it goes wrong"]),
    ("## Si algo falla\n1. a\n2. b", ["Si algo falla"]),
    ("## What could go wrong\n1. a\n2. b", []), ("## If it goes wrong\n- call Ada", []),
    // The parts of one way back have times, lists and commands as ways of their own do.
    ("# Rollback\n## Prerequisites\n1. a\n2. b\n## Execution\n1. c\n2. d\n```sh\nx\n```", ["Rollback"]),
    (
        "# Rollback\n## 1. Stop\nDuration: 5 min\n```sh\nx\n```\n## 2. Start\nDuration: 5 min\n```sh\ny\n```",
        ["Rollback"]
    ),
    ("# Rollback\n## Doors\n1. a\n2. b\n## Lamps\n1. c\n2. d\n## Scope\nAll.", ["Doors", "Lamps"]),
    ("## Full rollback\n### Scenario A: base\n1. a\n### Scenario B: app\n1. b", ["Full rollback"]),
    (
        "## Rollback scenarios\n### Scenario A: base\n1. a\n2. b\n### Scenario B: app\n1. c\n2. d",
        ["Scenario A: base", "Scenario B: app"]
    ),
    // What is done around a rollback, and what speaks of it, is none.
    (
        "## Rollback\n```sh\nx\n```\n## Nach jedem Rückfall\n1. a\n2. b\n## Antes de la reversión\n1. a\n2. b",
        ["Rollback"]
    ),
    ("## Rollback after the switch\n1. a\n2. b\n## Rollback risks\n- a\n- b", ["Rollback after the switch"]),
    (
        "## Rollback: doors\n```sh\nx\n```\n## Rollback strategy\nWe keep the old doors for a week or two.",
        ["Rollback: doors"]
    ),
    ("## What if it goes wrong\n1. a\n2. b\n## In case of trouble\n1. a\n2. b", ["In case of trouble"]),
    ("## Rollback\n| # | Lamp | Watts |\n|---|---|---|\n| A | hall | 5 |\n| B | roof | 9 |", []),
    // Occasions are no steps.
    ("## Automatic rollback\n- 🔴 errors > 1%\n- 🔴 lag over 5 s", []),
    ("## Rollback\n1. Restart (< 5 min)\n2. Warm up (< 9 min)", ["Rollback"]),
    ("## Rollback\n- Verify errors < 1%\n- Verify lag < 5 s", ["Rollback"]),
])
func waysBackAreToldApart(_ content: String, _ names: [String]) {
    #expect(procedures("# Plan\n\(content)\n").map(\.name) == names)
}
