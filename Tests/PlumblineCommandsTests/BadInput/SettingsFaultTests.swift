import Testing

/// `plumbline.yml`, the clock and what else is set: faults are told with their place, and nothing is published.
@Suite struct SettingsFaultTests {
    static let faults: [(String, String, String)] = [
        (
            "timezone:", "timzone:",
            "plumbline.yml:2:1: error[configuration-invalid]: unknown key 'timzone'; did you mean 'timezone'?"
        ),
        (
            "interval: 1h", "interval: soon",
            "plumbline.yml:9:15: error[configuration-invalid]: 'interval' is 'soon', but has to be a length of time"
        ),
        (
            "start: 2026-03-02", "start: [1, 2]",
            "plumbline.yml:1:8: error[configuration-invalid]: 'start' is '[1, 2]', but has to be a date"
        ),
        ("output: output", "output: [", "error[configuration-invalid]: "),
        ("start: 2026-03-02", "- a\n-", "plumbline.yml:"),
        (
            "Europe/Berlin", "Europe/Berlim",
            "plumbline.yml:2:11: there is no time zone 'Europe/Berlim'\nhelp: use an IANA name"
        ),
        ("Europe/Berlin", "../../etc/passwd", "there is no time zone '../../etc/passwd'"),
        (
            "output: output", "templates: pages",
            "there is no folder 'pages' ('templates' in plumbline.yml)\nhelp: correct the path"
        ),
    ]

    @Test(arguments: faults) func faultIsTold(_ right: String, _ wrong: String, _ message: String) async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings.replacing(right, with: wrong), to: "plumbline.yml")
        let before = place.contents()
        for command in ["build", "status"] {
            let result = try await place.run(command, "--now", SmallPlan.now)
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("error: "))
            #expect(result.errors.contains(message), "\(command): \(result.errors)")
        }
        #expect(place.contents() == before)
    }

    /// The place is told wherever the name stands.
    @Test func timeZoneOfADocumentThatDoesNotExist() async throws {
        let place = try Workspace()
        try place.write("---\ntitle: Move\ntimezone: Europe/Berlim\n---\n\n" + SmallPlan.document, to: "docs/plan.md")
        for command in ["build", "status"] {
            let result = try await place.run(command, "--now", SmallPlan.now)
            #expect(result.status == 2)
            #expect(
                result.errors.hasPrefix("error: docs/plan.md:3:11: there is no time zone 'Europe/Berlim'\nhelp: use "),
                "\(result.errors)")
        }
    }

    static let mails: [(String, String)] = [
        ("from: not an address", "mail header From holds 'not an address', which is not one address; write name@"),
        ("{from: a@b.example, to: [nobody]}", "mail header To holds 'nobody', which is not one address; write name@"),
        ("{from: a@b.example, to: [\"a@b, evil@x\"]}", "mail header To holds 'a@b, evil@x', which is not one address"),
        ("{to: [\"a@b, evil@x\"]}", "mail header To holds 'a@b, evil@x', which is not one address"),
    ]

    @Test(arguments: mails) func addressThatIsNone(_ mail: String, _ message: String) async throws {
        let place = try await Workspace.published()
        try place.write(
            SmallPlan.settings + "email: \(mail.hasPrefix("{") ? mail : "{\(mail)}")\n", to: "plumbline.yml")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(result.errors.contains("error: \(message)"), "\(result.errors)")
        #expect(result.errors.hasSuffix("help: correct 'email' in plumbline.yml; the output was left as it was\n"))
        #expect(place.contents() == before)
    }

    /// Without a sender the mail stays a draft, but its readers are known.
    @Test func readersWithoutASenderStay() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "email: {to: [all@example.org]}\n", to: "plumbline.yml")
        #expect(try await place.run("build", "--now", SmallPlan.now).status == 0)
        let mail = try place.text("output/emails/status.eml")
        #expect(mail.contains("\r\nTo: all@example.org\r\n"))
        #expect(mail.contains("\r\nX-Unsent: 1\r\n"))
    }

    @Test(arguments: ["", "yesterday", "2026-02-30T10:00:00Z", "2026-03-03", "2026-03-03T10:00:00", "NaN", "1e300"])
    func nowThatIsNoMoment(_ text: String) async throws {
        let place = try await Workspace.published()
        let before = place.contents()
        for command in ["build", "status"] {
            let result = try await place.run(command, "--now", text)
            #expect(result.status == 2, "'\(text)'")
            #expect(result.errors.hasPrefix("error: '--now \(text)' "), "\(result.errors)")
        }
        #expect(place.contents() == before)
    }

    @Test(arguments: ["tomorrow", "nan", "inf", "1e400", "12x", " "])
    func sourceDateEpochThatIsNoNumber(_ text: String) async throws {
        let place = try await Workspace.published()
        let before = place.contents()
        let result = try await place.run("build", environment: ["SOURCE_DATE_EPOCH": text])
        #expect(result.status == 2)
        #expect(
            result.errors.hasPrefix("error: SOURCE_DATE_EPOCH is '\(text)', not a number of seconds since 1970\nhelp: ")
        )
        #expect(place.contents() == before)
    }

    @Test func sourceDateEpochIsNow() async throws {
        let place = try await Workspace.published()
        let expected = try await place.run("status", "--now", "2026-03-03T09:00:00Z")
        let result = try await place.run("status", environment: SmallPlan.clock)
        #expect(result.output == expected.output)
        #expect(result.output.contains("3 Mar 2026, 10:00 CET"))
    }
}
