import Plan
import PlanReading
import SourceText
import Testing

/// What looks like a flag and is none, and what looks like a stage and is none.
private func flags(_ text: String) -> [Flag] {
    Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: "# Plan\n\n" + text))]).flags
}

private func percents(_ text: String) -> [Double] { flags(text).flatMap(\.stages).compactMap { $0.percent?.value } }

@Test(arguments: [
    "Raise `max_connections` to 80% of the host.\n", "Enable `pg_stat_statements` on the replica.\n",
    "`heap_limit_mb` moves from 50% → 70%.\n", "The flags stand in `config/flags.ts` and `flags.json`.\n",
    "Pass the flag `--dry-run` first.\n", "The page switches `old_cart` on by itself.\n",
    "```sh\ngit switch -c feature/new-press\nnpm run feature-tests -- --workers 4\n```\n",
    "```sh\nflagctl list --env production\n```\n", "```env\nMETRICS_ENABLED=true\nCACHE_PCT=75\n```\n",
    "```yaml\nresources: { cpu: { percent: 50 }, error_budget: { percent: 2, day: 30 } }\n```\n",
    "```yaml\nstaging:\n  flags: { newMenu: true }\n```\n",
    "| Cohort | Share |\n|---|---|\n| `early_birds` | 10% |\n| `night_owls` | 90% |\n",
    "| Flag | Meaning |\n|---|---|\n| not a name | 10% |\n",
    // What does something to a switch is none, and a verb of a command is no name.
    "The `door-watch` job (every minute) turns the kill switch off.\n", "```sh\ngatectl scale till_pool 5\n```\n",
    "```yaml\npool_size: { week_1: 10, week_2: 20 }\n```\n", "- `error_rate`: 5%\n- `cpu_load`: 80%\n",
    "| Key | Default |\n|---|---|\n| `retry_pct` | 5% |\n| `cache_share` | 9% |\n",
    "| Day | What |\n|---|---|\n| Mon | `disk_fill` below 20% |\n| Tue | `disk_fill` at 60% |\n",
    // Names of hosts, jobs and settings, and heads of columns that no text writes as code.
    "- [ ] `till-v3` on\n", "- [ ] `backup_job` on the new host\n", "- [ ] `debug_logs` on\n",
    "| Week | sign-off |\n|---|---|\n| 1 | 50% |\n| 2 | 100% |\n",
    "| Day | error-rate |\n|---|---|\n| 1 | 2% |\n| 2 | 1% |\n\nLook at `error-rate`.\n",
    "`disk_fill` and `heap_fill` at 60%.\n",
    "Raise `max_jobs` to 20%.\n\n1. Raise it to 40%\n2. Raise to 60%\n",
    "```js\nif (features.length('a_b') > 3) { render('c_d') }\n```\n",
])
func noFlagOfThePlan(_ text: String) {
    #expect(flags(text).map(\.name) == [])
}

@Test(arguments: [
    ("The `a_b` flag goes 10% → 50% → 100%.\n", [10.0, 50, 100]),
    ("The `a_b` flag starts with 10 %, then 50 %, in the end everybody.\n", [10, 50, 100]),
    ("The `a_b` flag is for 20% of all users.\n", [20]),
    ("Stop the `a_b` flag when errors are above 5%.\n", []), ("Set the `a_b` flag back to 10%.\n", []),
    ("The `a_b` flag: 100% of tests, 20% of users, 5% slower.\n", [20]),
    ("The `a_b` flag.\n\n- Errors fell by 40%\n- Cache hits rose to 90%\n", []),
    ("The `a_b` flag.\n\n- Day 1: 5%\n- Day 2: 50%\n", [5, 50]),
    ("The `a_b` flag.\n\nThe `c_d` flag.\n\n- Day 1: 5%\n- Day 2: 50%\n", []),
    ("The `a_b` flag, step by step:\n\n- First shop: 5%\n- All shops: 100%\n\nThe `c_d` flag.\n", [5, 100]),
    ("## Going back\n\nSet the `a_b` flag to 10%.\n", []),
    ("```sh\nflagctl set a_b 25%\nflagctl set a_b 0\n```\n", [25]),
    ("```ts\nsetFlag('a_b', 25);\nisFeatureEnabled('a_b', 50);\n```\n", [25]),
    ("```ts\nconst flags = { a_b: { rollout: 0.25 } };\n```\n", [25]),
    ("```ts\nconst flags = { a_b: { production: { rollout: 20 }, staging: { rollout: 100 } } };\n```\n", [20]),
    ("| Flag | Rollout |\n|---|---|\n| `a_b` | see Phase 3 |\n| `c_d` | 10% → 100% |\n", [10, 100]),
    ("| Flag | Default |\n|---|---|\n| `a_b` | 0% |\n", []), ("The `a_b` flag.\n\n- `a_b`: 0%\n- `a_b`: 30%\n", [30]),
    ("1. Raise the `a_b` flag to 10%\n2. Raise to 40%\n3. Errors rise by 50%\n4. Do not raise to 60%\n", [10, 40]),
    ("1. Raise the `a_b` flag to 10%\n2. Check\n\n- Raise to 40%\n", [10]),
    ("The `a_b` flag. It goes to 5%, then 20%.\n", [5, 20]), ("The `a_b` flag. Errors went to 5%, then 20%.\n", []),
    ("The `a_b` flag is at 5%. The `c_d` flag is at 9%.\n\nAll three flags at 100%.\n", [5, 9]),
    ("The `a_b` flag is at 5%. The `c_d` flag is at 9%.\n\nBoth flags at 100%.\n", [5, 100, 9, 100]),
    ("The `a_b` flag rises so:\n\n| When | Who |\n|---|---|\n| 3 May | 10 % |\n| 9 May | 100 % |\n", [10, 100]),
    ("The `a_b` flag.\n\n| When | Who |\n|---|---|\n| 3 May | 10 % |\n| 9 May | 100 % |\n", []),
    ("| Flag | Rollout | Abort above |\n|---|---|---|\n| `a_b` | 10% | 2% |\n", [10]),
])
func onlyStepsTowardsTheUsersAreStages(_ text: String, _ expected: [Double]) {
    #expect(percents(text) == expected)
}

@Test(arguments: [
    (["FEATURE_NEW_MENU=true", "newMenu"], 1), (["VITE_NEW_MENU_ENABLED=true", "new_menu"], 1),
    (["SEARCH_V1_ENABLED=true", "searchV2"], 2), (["NEW_MENU=true", "newMenus"], 1),
])
func onlySpellingsOfOneNameAreOneFlag(_ names: [String], _ count: Int) {
    let text = "```env\n\(names[0])\n```\n\n```ts\nconst flags = { \(names[1]): { rollout: 10 } };\n```\n"
    #expect(flags(text).count == count)
    #expect(flags(text).contains { $0.name == names[1] })
}

@Test func anInventoryFilesAFlagUnderItsPhase() throws {
    let text =
        "| Flag | Phase |\n|---|---|\n| `a_b` | 2 |\n\n## Phase 1: A\n\nEnable the `a_b` flag.\n\n## Phase 2: B\n"
    let flag = try #require(flags(text).first)
    #expect(flag.filedUnder.map(\.value) == ["phase-2"])
    #expect(flag.mentions.map(\.phase) == ["phase-1"])
}

/// Each name once looked through all the names, sentences and blocks of its section.
@Test(.timeLimit(.minutes(5)))
func manyNamesAndLaddersInOneSection() {
    let sentences = "# Plan\n\n" + (1...1000).map { "The `a_\($0)` flag goes to \($0 % 100)%. " }.joined()
    #expect(flags(sentences).count == 1000)
    let blocks = (1...500).map { "The `b_\($0)` flag:\n\n```\n5% → 100%\n```\n" }.joined(separator: "\n")
    #expect(flags(blocks).allSatisfy { $0.stages.count == 2 })
}

/// Such a name has no word that tells it from others.
@Test(arguments: ["VITE_FLAG", "FLAG_", "FEATURE_FLAG", "NEXT_PUBLIC_ENABLED", "VITE_FEATURE_FLAG_ENABLED"])
func aNameOfNothingButMarks(_ name: String) {
    #expect(flags("Enable the feature flag `\(name)` today.\n").map(\.name) == [name])
}
