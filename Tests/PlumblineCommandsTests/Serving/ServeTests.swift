import Foundation
import Testing

/// A preview as its user has it: edits are seen, faults are shown and mended, Ctrl-C ends it and leaves nothing.
@Suite struct ServeTests {
    private func small() throws -> Workspace {
        let place = try Workspace()
        for (name, text) in SmallPlan.files { try place.write(text, to: name) }
        return place
    }

    @Test(.timeLimit(.minutes(10))) func everyInputIsWatched() async throws {
        let place = try small()
        let served = try await ServedPlan(place, "--port", "0")
        var page = try await served.get("/")
        #expect(page.contains("Mail gateway move"))
        func edit(_ name: String, _ text: String, shows part: String) async throws {
            let build = try served.build(of: page)
            try place.write(text, to: name)
            try await served.reload(after: build)
            page = try await served.get("/")
            #expect(page.contains(part), "\(name)\n\(served.errors)")
        }
        try await edit(
            "plan.md", SmallPlan.document.replacing("Mail gateway", with: "Post office"), shows: "Post office move")
        try await edit(
            "more.md", "# More\n\n## After the switch\n\n- [ ] Thank the night shift\n", shows: "After the switch")
        try await edit(
            "metrics/delay.csv", SmallPlan.metrics.replacing("4.2", with: "77"), shows: "77")
        try await edit(
            "metrics/second.csv", SmallPlan.metrics.replacing("09:30", with: "09:50").replacing("4.2", with: "5"),
            shows: "5")
        try await edit(
            "plumbline.yml", SmallPlan.settings + "title: Parcels\ntemplates: own\n", shows: "could not be built")
        // The folder of templates is not there yet.
        try await edit(
            "own/status.html.mustache", "<title>{{title}}</title><p>Our own page</p>", shows: "Our own page")
        #expect(page.contains("<title>Parcels</title>"))
    }

    /// The output that was there stays, and the page comes back by itself.
    @Test(.timeLimit(.minutes(5))) func faultsAreShownInThePage() async throws {
        let place = try small()
        let served = try await ServedPlan(place, "--port", "0")
        let good = try await served.get("/")
        let published = try place.text("output/index.html")
        try place.write(SmallPlan.settings + "<b>: 1\n", to: "plumbline.yml")
        try await served.reload(after: try served.build(of: good))
        let bad = try await served.get("/")
        #expect(bad.hasPrefix("HTTP/1.1 500 ") && bad.contains("the settings cannot be used"))
        #expect(bad.contains("plumbline.yml:") && bad.contains("&lt;b&gt;") && !bad.contains("<b>"))
        #expect(bad.contains("correct plumbline.yml"))
        #expect(try place.text("output/index.html") == published)
        #expect(try await served.get("/status.json").hasPrefix("HTTP/1.1 200 OK"))
        try place.write(SmallPlan.settings, to: "plumbline.yml")
        try await served.reload(after: try served.build(of: bad))
        #expect(try await served.get("/").hasPrefix("HTTP/1.1 200 OK"))
        #expect(served.errors.contains("error: the settings cannot be used"))
        // A template's fault has line and column.
        let page = try await served.get("/")
        try place.write(SmallPlan.settings + "templates: own\n", to: "plumbline.yml")
        try place.write("<p>\n{{titel}}</p>", to: "own/status.html.mustache")
        try await served.reload(after: try served.build(of: page))
        #expect(try await served.get("/").contains("own/status.html.mustache:2:1: &#39;titel&#39; is no key here"))
    }

    @Test(.timeLimit(.minutes(5))) func interruptionLeavesNothing() async throws {
        let place = try small()
        let served = try await ServedPlan(place)
        let page = try await served.get("/")
        async let events = served.get("/_plumbline/events?build=\(try served.build(of: page))")
        // While one runs, a second one says where the first one is.
        let second = try await place.run("serve", environment: ["TMPDIR": "\(place.path)/tmp"])
        #expect(second.status == 2)
        #expect(
            second.errors.contains("is being served already at http://127.0.0.1:\(served.port)/"), "\(second.errors)")
        #expect(try await served.interrupt() == 0)
        #expect(try await events.contains("retry: 500"))
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        #expect(names == ["metrics", "output", "plan.md", "plumbline.yml", "tmp"])
        // The same address the next time, also when another one is free.
        let again = try await ServedPlan(place)
        #expect(again.port == served.port)
        #expect(try await again.interrupt() == 0)
    }

    @Test(.timeLimit(.minutes(5))) func aTakenPortIsToldOrPassedOver() async throws {
        let first = try await ServedPlan(try small(), "--port", "0")
        let place = try small()
        let refused = try await place.run(
            "serve", "--port", "\(first.port)", environment: ["TMPDIR": place.path])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("error: port \(first.port) is taken by another program"))
        // Remembered, and taken meanwhile by another.
        let second = try await ServedPlan(place, "--port", "0")
        #expect(second.port != first.port)
        #expect(try await second.interrupt() == 0)
    }

    @Test(arguments: [(["nowhere"], "there is no folder 'nowhere'"), (["--now", "noon"], "'--now noon'")])
    func whatCannotBeginIsTold(_ arguments: [String], _ message: String) async throws {
        let place = try small()
        let result = try await Plumbline.run(["serve"] + arguments, in: place.path, environment: ["TMPDIR": place.path])
        #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }

    /// What a server shows can be checked like a file.
    @Test(.timeLimit(.minutes(5))) func anAddressIsChecked() async throws {
        let served = try await ServedPlan(try small(), "--port", "0")
        for path in ["", "/", "/index.html", "/status.json"] {
            let checked = try await served.place.run(
                "check", "http://127.0.0.1:\(served.port)\(path)", "--max-age", "90m", "--now", SmallPlan.now)
            #expect(checked.status == 0 && checked.output.hasPrefix("fresh: http://127.0.0.1:"), "\(checked.errors)")
        }
        let missing = try await served.place.run("check", "http://127.0.0.1:\(served.port)/none.html")
        #expect(missing.status == 2 && missing.errors.contains("answers with status 404"))
    }
}
