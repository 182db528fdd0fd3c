import Testing

@testable import PlanRules

struct TimeZoneMissingTests {
    private let night = "- ‹1:20:00-20:30›: Stop\n- 20:30-21:00: Copy\n- 21:00: Switch\n"

    @Test func noZoneAnywhere() throws {
        try expect(
            .timeZoneMissing, in: [("a.md", "# Plan\n\nText.\n"), ("night.md", "# Night\n\n\(night)")],
            reports: .at(1, "'Stop' is at 20:00-20:30 here, and no document says in which time zone"))
    }

    @Test(arguments: [
        "All times in UTC.", "All times local.", "Alle Zeiten in Ortszeit.", "Zone: Europe/Berlin", "20:00 CEST sharp.",
        "The bridge opens at 19:45+01:00.", "Heures en heure de Paris.",
    ])
    func aZoneInAnotherDocument(line: String) throws {
        let plain = night.replacing("‹1:", with: "").replacing("›", with: "")
        try expectSilence(
            of: .timeZoneMissing, in: [("a.md", "# Plan\n\n\(line)\n"), ("night.md", "# Night\n\n\(plain)")])
    }

    @Test func whatHappenedIsNoPlan() throws {
        let plain = night.replacing("‹1:", with: "").replacing("›", with: "")
        try expectSilence(of: .timeZoneMissing, in: [("postmortem.md", "# Postmortem of the night\n\n\(plain)")])
    }

    @Test func frontMatterNamesIt() throws {
        let plain = night.replacing("‹1:", with: "").replacing("›", with: "")
        try expectSilence(of: .timeZoneMissing, in: "---\ntimezone: Asia/Tokyo\n---\n# Night\n\n\(plain)")
    }

    @Test(arguments: ["- 20:00: Stop\n- 21:00: Switch\n", "- Copy took 20:30\n- b\n- c\n", "Report at 9:00 daily.\n"])
    func fewTimesAreSilent(text: String) throws {
        try expectSilence(of: .timeZoneMissing, in: "# P\n\n\(text)")
    }
}
