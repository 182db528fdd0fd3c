import Testing

@testable import PlanRules

struct PlaceholderTextTests {
    /// A release note of a team that was in a hurry.
    @Test func onceASection() throws {
        try expect(
            .placeholderText,
            in: """
                # Release 8 of the parcel tracker

                ## Who decides
                | Role | Name | Phone |
                | --- | --- | --- |
                | Release lead | Amara | 4471 |
                | Database | ‹1:TBD› | ‹2:???› |

                ## Window
                - **Begins**: ‹3:[insert date]›
                - **Ends**: Sunday 04:00

                ## Steps
                1. Stop the importer
                2. ‹4:TODO›: how do we drain the queue?
                """,
            reports: .at(1, "'TBD' was never filled in, nor was another blank of this section", note: 2),
            .at(3, "'[insert date]' was never filled in"), .at(4, "'TODO' was never filled in"))
    }

    @Test(arguments: [
        "## Rollback (‹1:TBD›)\n", "## ‹1:TODO›: rollback\n", "- Owner: ‹1:<name>›\n", "**Start:** ‹1:tbd›\r\n",
        "| a | b |\n| - | - |\n| Limit | ‹1:XXX› |\n", "| a | b |\n| - | - |\n| Limit | ‹1:??› |\n",
        "| a | b |\n| - | - |\n| Who | ‹1:<your name>› |\n", "- Limit is ‹1:TBD›\n", "- [ ] ‹1:TBD›\n",
        "## Risks\n\n‹1:Lorem› ipsum dolor sit amet.\n", "- **Uhrzeit**: ‹1:wird noch festgelegt, TBD›\n",
        "- **Fecha**: ‹1:por definir›\n", "- **Date** : ‹1:à définir›\n", "- **Window**: ‹1:to be decided›\n",
        "‹1:FIXME›: who calls the bank?\n", "- **Who**: ‹1:[your name]›\n", "- **When**: ‹1:[date]›\n",
    ])
    func shapes(text: String) throws {
        let text = text.replacing("‹1:wird noch festgelegt, TBD›", with: "wird noch festgelegt, ‹1:TBD›")
        try expect(.placeholderText, in: "# Umzug nach Köln\n\n" + text, reports: .at(1, "was never filled in"))
    }

    @Test(arguments: [
        // A list of what is open, by whatever name.
        "## TODO\n\n- [ ] Order the disks\n", "## Open questions\n\n- Window: TBD\n",
        "## Offene Punkte\n\n- Fenster: TBD\n",
        "- [ ] TODO: order the disks\n", "- [ ] Settle the window with the bank (TBD)\n",
        "The TODO list is in the tracker.\n",
        // What comes later.
        "| Step | Result |\n| - | - |\n| Stop | TBD |\n", "- **Status**: TODO\n",
        "## Signatures\n\n- Lead: TBD\n".replacing("Signatures", with: "Sign-off signatures"),
        "| Item | State |\n| - | - |\n| Disks | TODO |\n| Cables | Done |\n",
        "| Item | Board |\n| - | - |\n| Disks | TODO |\n| Cables | done |\n",
        // Code, names, prose.
        "- Search for `TODO` and `TBD` first\n", "```\nTODO: x\n```\n", "- Ticket TBD-12 is closed\n", "- Size XXX-L\n",
        "- TBD = to be decided\n",
        "Nobody knew whether the totals were right, which is why we wrote TBD in the first draft of it.\n",
        "Really???\n", "- Why now? Because the lease ends.\n", "- **Why**: Who would wait???\n",
        // Spanish.
        "| Grupo | Cuota |\n| - | - |\n| Todo | 100 |\n", "- Todo: el 100 % del tráfico\n",
        // Boxes, links, elements and what an operator puts in.
        "- [ ] date\n", "[name](https://example.org)\n", "- **Note**: a<br>b\n", "- **Window**: <kbd>F5</kbd>\n",
        "1. Restart <service>\n", "## Rollback of <service>\n", "- **Command**: `run <name>`\n", "- **Tabs**: <Tabs>\n",
        "## Stakeholder approvals\n\n- **Name**: [Name]\n- **Date**: [Date]\n",
        "## Sign-Off\n\nName: [Name]\nDate: [Date]\n", "## End\n\n- Approved by:\n  - Name: [Name]\n  - Date: [Date]\n",
        "## Communication\n\n- **Subject**: [date]\n", "## Message template\n\n- Hello [insert name]\n",
        "## Examples\n\n- Limit: TBD\n",
        "~~TBD~~\n", "> TBD\n",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .placeholderText, in: "# Move\n\n" + text)
    }

    @Test func templatesAreMadeOfBlanks() throws {
        try expectSilence(of: .placeholderText, in: "# Rollback plan template\n\n- **Owner**: TBD\n")
        try expectSilence(of: .placeholderText, in: [("templates/plan.md", "# Plan\n\n- **Owner**: TBD\n")])
    }
}
