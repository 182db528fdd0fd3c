import Plan
import PlanReading
import SourceText
import Testing

/// Who is to do an item, and who only stands in its words.
struct TaskOwnerTests {
    private func owners(_ text: String) -> [[String]] {
        let facts = [DocumentFacts(SourceFile(path: "a.md", text: "# A\n\n## Before the switch\n\n" + text))]
        return Plan(joining: facts).checklists.flatMap(\.items).map { $0.owners.map(\.value) }
    }

    @Test(arguments: [
        ("- [ ] Restore tried (owner: Marit)", ["Marit"]), ("- [ ] Restore tried, owner: Marit Holm", ["Marit Holm"]),
        ("- [ ] Restore tried @marit", ["@marit"]), ("- [ ] Restore tried (@marit)", ["@marit"]),
        ("- [ ] @marit: try the restore", ["@marit"]), ("- [x] Restore tried — @org/data-team", ["@org/data-team"]),
        ("- [ ] Restore tried\n  - Owner: Marit, Deniz\n", ["Marit", "Deniz"]),
        ("- [ ] Restore tried\n  - **Responsible:** Release manager\n", ["Release manager"]),
        ("**Owner:** Night shift\n\n- [ ] Restore tried", ["Night shift"]),
        ("| Done | Task | Owner |\n| --- | --- | --- |\n| [ ] | Restore tried | Marit |", ["Marit"]),
        ("| Done | Task | Team |\n| --- | --- | --- |\n| ☐ | Restore tried | Data |", ["Data"]),
        ("| Done | Task | Verantwortlich |\n| --- | --- | --- |\n| ☐ | Restore tried | Jörg |", ["Jörg"]),
    ])
    func areRead(_ text: String, _ expected: [String]) { #expect(owners(text) == [expected]) }

    @Test(arguments: [
        "- [ ] Ask @marit", "- [ ] Send the dump to @marit", "- [ ] Mail ops@example.org",
        "- [ ] Ping @oncall if it grows",
        "- [ ] Add `@deprecated` to the old hook", "- [ ] Owner: somebody has to be found",
        "- [ ] Restore tried (owner: TBD)",
        "- [ ] Restore tried\n  - Owner: ?\n", "- [ ] The probe's owner was ill on day 2",
        "Who is told first: the league office\n\n- [ ] Restore tried",
        "| Done | Task | Due by |\n| --- | --- | --- |\n| [ ] | Restore tried | Friday |",
        "| Done | Task | Owner |\n| --- | --- | --- |\n| [ ] | Restore tried | |",
        "- [ ] Restore tried\n\n**Owner:** Night shift",
    ])
    func areNotGuessed(_ text: String) { #expect(owners(text) == [[]]) }

    @Test func theItemsOwnWordsStandAboveTheListsOwner() {
        #expect(
            owners("Owner: Night shift\n\n- [ ] Dump taken\n- [ ] Dump tried @deniz") == [["Night shift"], ["@deniz"]])
    }
}
