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
