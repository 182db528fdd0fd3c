import Foundation
import Plan
import PlanPrinting
import PlanReading
import SourceText
import Testing

/// What a plan means otherwise when its documents are edited.
@Suite struct PlanDiffTests {
    static let plan = """
        ---
        start: 2026-03-02
        ---
        # Parcel labels

        ## Phase 1: Pilot (Day 1-2)

        - **Duration**: 2 days
        - **Rollback time**: < 5 minutes

        ## Phase 2: Depots (Day 3-9)

        - **Duration**: 7 days

        ### Day 3: First depot

        - Raise the flag `enableLabels` to 20%

        ### Day 8: All depots

        - Raise the flag `enableLabels` to 60%

        ## Key performance indicators

        1. **Misprints**
           - Target: < 1%
           - Alert: > 5%
           - Critical: > 15%
        2. **Printer availability**
           - Target: > 99.9%
           - Alert: < 99.5%

        ## Rollback triggers

        - Misprints > 5% for 10 minutes

        ## Success criteria

        - Printer availability > 99.9%
        - Every depot has printed a label

        ## Checklist before the start

        - [x] Paper is stored
        - [ ] Drivers are told

        ## Risks

        ### Paper jam

        - **Level**: Low
        - **Mitigation**: A second printer in each depot

        ## Rollback procedures

        ### Full rollback (< 30 minutes)

        #### Step 1: Stop the queue (5 minutes)

        ```sh
        systemctl stop labels
        ./restore.sh --all
        ```

        #### Step 2: Print by hand (10 minutes)

        """

    private static func changes(_ old: String, _ new: String) -> [PlanChange] {
        planChanges(from: planOf(old), to: planOf(new))
    }

    /// What is replaced, by what, and the changes with their words.
    static let edits: [(String, String, [String])] = [
        (
            "Full rollback (< 30 minutes)", "Full rollback (< 60 minutes)",
            ["lengthened Full rollback: < 30 min → < 60 min"]
        ),
        (
            "Full rollback (< 30 minutes)", "Full rollback (< 20 minutes)",
            ["shortened Full rollback: < 30 min → < 20 min"]
        ),
        (
            "### Day 8: All depots\n\n- Raise the flag `enableLabels` to 60%",
            "### Day 9: All depots\n\n- Raise the flag `enableLabels` to 40%",
            [
                "moved All depots: Day 8 → Day 9", "changed enableLabels: day 8 → day 9, 60% → 40%",
            ]
        ),
        ("to 60%", "to 40%", ["changed enableLabels, day 8: 60% → 40%"]),
        ("Alert: > 5%", "Alert: > 8%", ["loosened Misprints, alert limit: > 5% → > 8%"]),
        ("Alert: > 5%", "Alert: > 3%", ["tightened Misprints, alert limit: > 5% → > 3%"]),
        ("Target: > 99.9%", "Target: > 99%", ["loosened Printer availability, target: > 99.9% → > 99%"]),
        ("Alert: < 99.5%", "Alert: < 99.8%", ["tightened Printer availability, alert limit: < 99.5% → < 99.8%"]),
        ("   - Critical: > 15%\n", "", ["removed Misprints, critical limit: > 15%"]),
        (
            "Misprints > 5% for 10", "Misprints > 7% for 10",
            [
                "loosened Rollback trigger: Misprints > 5% for 10 minutes → Misprints > 7% for 10 minutes"
            ]
        ),
        (
            "Misprints > 5% for 10", "Misprints > 5% for 30",
            [
                "loosened Rollback trigger: Misprints > 5% for 10 minutes → Misprints > 5% for 30 minutes"
            ]
        ),
        (
            "- Printer availability > 99.9%", "- Printer availability > 99%",
            [
                "loosened Success criterion: Printer availability > 99.9% → Printer availability > 99%"
            ]
        ),
        ("- [x] Paper", "- [ ] Paper", ["unticked Checklist before the start: Paper is stored"]),
        ("- [ ] Drivers", "- [x] Drivers", ["ticked Checklist before the start: Drivers are told"]),
        ("- [ ] Drivers are told\n", "", ["removed Checklist before the start: Drivers are told"]),
        (
            "Drivers are told", "Drivers are told\n- [ ] Depots are told",
            ["added Checklist before the start: Depots are told"]
        ),
        ("Phase 2: Depots (Day 3-9)", "Phase 2: Depots (Day 4-10)", ["moved Phase 2: Depots: Day 3-9 → Day 4-10"]),
        ("Phase 2: Depots", "Phase 2: Warehouses", ["renamed Depots → Warehouses"]),
        ("Phase 2: Depots", "Phase 3: Depots", ["moved Depots: Phase 2 → Phase 3"]),
        ("- **Duration**: 7 days", "- **Duration**: 6 days", ["changed Phase 2: Depots, duration: 7 days → 6 days"]),
        (
            "time**: < 5 minutes", "time**: < 15 minutes",
            ["lengthened Phase 1: Pilot, rollback time: < 5 min → < 15 min"]
        ),
        ("(10 minutes)", "(20 minutes)", ["lengthened Full rollback, time of 'Print by hand': 10 min → 20 min"]),
        (
            "./restore.sh --all", "./restore.sh --fast",
            ["changed Full rollback, commands: ./restore.sh --all → ./restore.sh --fast"]
        ),
        ("2026-03-02", "2026-03-09", ["changed Plan, start: 2026-03-02 → 2026-03-09"]),
        (
            "A second printer in each depot", "A spare printer in each depot",
            ["changed Paper jam, mitigation: A second printer in each depot → A spare printer in each depot"]
        ),
        ("- Every depot has printed a label\n", "", ["removed Success criterion: Every depot has printed a label"]),
    ]

    @Test(arguments: edits) func editIsTold(_ old: String, _ new: String, _ expected: [String]) {
        #expect(Self.plan.contains(old))
        let changes = Self.changes(Self.plan, Self.plan.replacing(old, with: new, maxReplacements: 1))
        let diff = PlanDiff(from: .init(name: "main", commit: nil), to: .init(name: nil, commit: nil), changes)
        #expect(told(diff) == expected)
    }

    /// The words and texts of a diff, as the terminal shows them.
    private func told(_ diff: PlanDiff) -> [String] {
        diff.text().split(separator: "\n").dropFirst().filter { !$0.hasPrefix(" ") }.map { line in
            line.split(separator: " ", maxSplits: 1).map { String($0).trimmed }.joined(separator: " ")
        }
    }

    /// Form alone: emphasis, list markers, wrapping, headings' levels, white space, line endings, another order of sections.
    static let forms: [(String, @Sendable (String) -> String)] = [
        ("emphasis", { $0.replacing("Paper is stored", with: "**Paper** is *stored*") }),
        ("full stop", { $0.replacing("Drivers are told", with: "Drivers are told.") }),
        ("list markers", { $0.replacing("\n- ", with: "\n* ") }),
        ("numbers in other units", { $0.replacing("< 30 minutes", with: "< 1800 seconds") }),
        ("wrapping", { $0.replacing("Every depot has printed", with: "Every depot\n  has printed") }),
        ("line endings", { $0.replacing("\n", with: "\r\n") }),
        (
            "words around a value",
            { $0.replacing("- Raise the flag `enableLabels` to 20%", with: "- Set the flag `enableLabels` to 20%") }
        ),
        (
            "a sentence more",
            { $0.replacing("# Parcel labels\n", with: "# Parcel labels\n\nLabels are printed in depots.\n") }
        ),
        ("comments in commands", { $0.replacing("systemctl stop", with: "# first of all\nsystemctl stop") }),
        ("struck text", { $0.replacing("Drivers are told", with: "Drivers are told ~~by mail~~") }),
    ]

    @Test(arguments: forms.map(\.0)) func formChangesNothing(_ name: String) throws {
        let edit = try #require(Self.forms.first { $0.0 == name }?.1)
        let text = edit(Self.plan)
        #expect(text != Self.plan)
        let changes = Self.changes(Self.plan, text)
        #expect(changes.isEmpty, "\(changes.map(\.text))")
    }

    @Test func tableColumnsMayChangePlaces() {
        let old =
            "# P\n\n| Phase | Days | Risk |\n| --- | --- | --- |\n| Phase 1: A | Day 1-2 | Low |\n| Phase 2: B | Day 3 | High |\n"
        let new =
            "# P\n\n| Phase | Risk | Days |\n|---|:-:|---|\n| Phase 1: A | Low | Day 1-2 |\n| Phase 2: B | High | Day 3 |\n"
        #expect(planOf(old).phases.count == 2)
        #expect(Self.changes(old, new).isEmpty)
        #expect(Self.changes(old, new.replacing("Day 3", with: "Day 4")).map(\.text) == ["Phase 2: B: Day 3 → Day 4"])
    }

    /// An inserted phase moves the others, which are known by their names.
    @Test func insertedPhaseRenamesNone() {
        let old = "# P\n\n## Phase 1: Pilot\n\n## Phase 2: All\n"
        let new = "# P\n\n## Phase 1: Pilot\n\n## Phase 2: Half\n\n## Phase 3: All\n"
        let changes = Self.changes(old, new)
        #expect(changes.map(\.text) == ["Phase 2: Half", "All: Phase 2 → Phase 3"])
        #expect(changes.map(\.action) == [.added, .moved])
    }

    /// A second place that now says otherwise is no new value of the first.
    @Test func contradictionIsToldBesideWhatIsLeft() throws {
        let parts = [
            SourceFile(
                path: "a.md",
                text: "# A\n\n## Rollback procedures\n\n### Full rollback (< 30 minutes)\n\n1. Stop\n2. Restore\n"),
            SourceFile(path: "b.md", text: "# B\n\n## Rollback procedures\n\n### Full rollback (< 30 minutes)\n"),
        ]
        let edited = [
            parts[0],
            SourceFile(path: "b.md", text: parts[1].text(0..<parts[1].bytes.count).replacing("30", with: "90")),
        ]
        let (before, after) = (
            Plan(joining: parts.map { DocumentFacts($0) }), Plan(joining: edited.map { DocumentFacts($0) })
        )
        let change = try #require(planChanges(from: before, to: after).first)
        #expect(change.text == "Full rollback: < 90 min beside < 30 min")
        #expect(change.direction == .loosened)
        #expect(change.after?.span.path == "b.md")
        let back = try #require(planChanges(from: after, to: before).first)
        #expect(back.text == "Full rollback: < 90 min, < 30 min is left")
        #expect(back.direction == .neutral)
    }

    /// Loosened and unticked first, then by place.
    @Test func alarmingChangesStandFirst() {
        let new = Self.plan.replacing("Phase 1: Pilot (Day 1-2)", with: "Phase 1: Pilot (Day 1-3)")
            .replacing("- [x] Paper", with: "- [ ] Paper").replacing("Alert: > 5%", with: "Alert: > 9%")
            .replacing("(< 30 minutes)", with: "(< 45 minutes)")
        #expect(
            Self.changes(Self.plan, new).map(\.text) == [
                "Misprints, alert limit: > 5% → > 9%", "Checklist before the start: Paper is stored",
                "Full rollback: < 30 min → < 45 min", "Phase 1: Pilot: Day 1-2 → Day 1-3",
            ])
    }

    /// A plan that is held against itself, or read in another order or under other names, means the same.
    @Test func samePlanMeansTheSame() throws {
        let sources = try documents(in: contentFolder)
        let plan = Plan(joining: sources.map { DocumentFacts($0) })
        #expect(planChanges(from: plan, to: plan).isEmpty)
        let renamed = sources.map { SourceFile(path: "docs/new-\($0.path)", bytes: $0.bytes) }
        let other = Plan(joining: renamed.reversed().map { DocumentFacts($0) })
        #expect(planChanges(from: plan, to: other).map(\.text) == [])
        #expect(planChanges(from: Plan(), to: plan).allSatisfy { $0.before == nil })
        #expect(planChanges(from: plan, to: Plan()).allSatisfy { $0.after == nil })
    }

    @Test(.timeLimit(.minutes(5))) func hostilePlansTakeLinearTime() {
        func many(_ line: (Int) -> String) -> String { "# P\n\n" + (0..<4000).map(line).joined() }
        let texts = [
            many { "- [ ] item \($0)\n" }, many { _ in "- [ ] same\n" },
            "# P\n\n## Rollback triggers\n\n" + (0..<4000).map { "- Errors > \($0)%\n" }.joined(),
            "# P\n\n## Risks\n\n" + (0..<4000).map { "- **Risk \($0)**: x\n" }.joined(),
        ]
        for text in texts {
            let other = text.replacing("item", with: "thing").replacing("Errors >", with: "Errors ≥")
            #expect(Self.changes(text, text).isEmpty)
            _ = Self.changes(text, other)
        }
    }
}

@Suite struct PlanDiffFormatTests {
    private static let commit = String(repeating: "1a2b3c4d", count: 5)

    private func diff(_ old: String, _ new: String) -> PlanDiff {
        PlanDiff(
            from: .init(name: "origin/main", commit: Self.commit), to: .init(name: nil, commit: nil),
            planChanges(from: planOf(old), to: planOf(new)))
    }

    @Test func nothingChanged() {
        let diff = diff("# P\n", "# P\n\nMore.\n")
        #expect(diff.text() == "from origin/main (1a2b3c4) to the working tree: the plan means the same\n")
        #expect(diff.markdown() == "**Plan from origin/main (1a2b3c4) to the working tree: the plan means the same**\n")
    }

    @Test func textNamesThePlace() {
        let text = diff("# P\n\n- [x] Paper\n- [ ] Ink\n", "# P\n\n- [ ] Paper\n").text()
        #expect(
            text == """
                from origin/main (1a2b3c4) to the working tree: 2 changes, 1 of them alarming

                unticked  P: Paper
                          plan.md:3:7

                removed   P: Ink
                          plan.md:4:7 before

                """)
    }

    /// A comment on a pull request pings nobody, links nowhere and renders nothing of a document.
    @Test func markdownIsEscaped() {
        let text = diff(
            "# P\n\n- [ ] a\n",
            "# P\n\n- [ ] a\n- [ ] @team <img src=x> [x](http://e.example) | #12 `b` https://e.example\n"
        ).markdown()
        let row = text.split(separator: "\n").last ?? ""
        #expect(row.hasPrefix("| added | P: @&#8203;team"))
        for sign in ["<img", "[x](", "https://e", " #1"] { #expect(!row.contains(sign), "\(sign)") }
        #expect(row.ranges(of: "|").count - row.ranges(of: "\\|").count == 4)
    }

    @Test func commentHasSixtyLinesAtMost() {
        let items = (0..<200).map { "- [ ] item \($0)\n" }.joined()
        let text = diff("# P\n", "# P\n\n\(items)").markdown()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 60)
        #expect(lines.last == "and 146 more")
    }

    /// Terminals are not steered by what a document says.
    @Test func outputsAreHarmless() {
        let changes = planChanges(from: Plan(), to: hostilePlan)
        let diff = PlanDiff(
            from: .init(name: "\u{1b}[31mmain", commit: Self.commit), to: .init(name: nil, commit: nil), changes)
        for text in [diff.text(), diff.markdown(), diff.json().serialized()] {
            #expect(
                !text.unicodeScalars.contains {
                    $0.value < 0x20 && $0 != "\n" || $0.value == 0x7f || $0 == "\u{202e}" && text == diff.text()
                })
        }
        #expect(!changes.isEmpty)
    }
}
