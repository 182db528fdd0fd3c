import Testing

@testable import PlanRules

struct ChannelUndeclaredTests {
    private let list = """
        # Harbour switch

        ## Communication channels

        - ‹2:#harbour-status›: progress
        - **#harbour-alarms**: for the people on call

        """
    private var plain: String { list.replacing("‹2:", with: "").replacing("›", with: "") }

    @Test(arguments: [
        "1. Post \"start\" in ‹1:#harbour-states›", "- [ ] Announced in `‹1:#harbour-states›`",
        "Tell ‹1:#harbour-states› before the first crane moves.",
        "| When | What |\n| --- | --- |\n| 08:00 | post in ‹1:#harbour-states› |",
        "```yaml\nnotify:\n  slack: ‹1:\"#harbour-states\"›\n```",
        "```yaml\nalerts:\n  - expr: errors > 5\n    channels: [\"#harbour-alarms\", ‹1:\"#harbour-states\"›]\n```",
    ])
    func posted(line: String) throws {
        try expect(
            .channelUndeclared, in: list + "\n## Steps\n\n\(line)\n",
            reports: .at(
                1, "'#harbour-states' is not among the channels of plan.md:5; did you mean '#harbour-status'?", note: 2)
        )
    }

    @Test func tableOfAnotherDocument() throws {
        try expect(
            .channelUndeclared,
            in: [
                (
                    "a.md",
                    "## Who hears what\n\n| Channel | For |\n| --- | --- |\n| `‹2:#größe›` | all |\n| `#kran` | Schicht |\n"
                ),
                ("b.md", "# Steps\r\n\r\n1. Melden in ‹1:#hafenmeister›\r\n2. Melden in #hafenmeister\r\n"),
            ], reports: .at(1, "'#hafenmeister' is not among the channels of a.md:5", note: 2))
    }

    @Test(arguments: [
        "1. Post in #harbour-status", "1. Post the answer to #1234",
        "- Colour of the announced banner: #ff8800, shared as #fade",
        "- Ask about issue #harbour-states", "- Channel: #crane-crew\n- Tell #crane-crew first",
        "- See [the steps](#post-in-channel) and share them", "```bash\n#post here\necho post '#nowhere'\n```", "",
    ])
    func silent(line: String) throws {
        try expectSilence(of: .channelUndeclared, in: plain + "\n## Steps\n\n\(line)\n")
    }

    @Test func oneChannelIsNoList() throws {
        try expectSilence(
            of: .channelUndeclared,
            in: "# P\n\n## Communication\n\n- #harbour-status: progress\n\n## Steps\n\n1. Post in #cranes\n")
    }
}
