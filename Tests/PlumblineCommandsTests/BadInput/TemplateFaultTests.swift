import Testing

/// Templates belong to the user, and so do their faults.
@Suite struct TemplateFaultTests {
    static let faults: [(String, String)] = [
        ("# Status\n\n{{titel}}\n", "pages/status.md.mustache:3:1: 'titel' is no key here; did you mean 'title'?"),
        ("{{#phases}}\n{{/flags}}\n", "pages/status.md.mustache:"),
        ("a\n{{title\n", "pages/status.md.mustache:2:"),
        ("{{> nosuch}}\n", "pages/status.md.mustache:1:"),
    ]

    @Test(arguments: faults) func faultIsToldWithItsPlace(_ template: String, _ message: String) async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write(template, to: "pages/status.md.mustache")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: \(message)"), "\(result.errors)")
        #expect(result.errors.contains("help: correct the template; the output was left as it was"))
        #expect(place.contents() == before)
    }

    @Test func ownTemplateIsUsed() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write("Only {{title}}\n", to: "pages/status.md.mustache")
        #expect(try await place.run("build", "--now", SmallPlan.now).status == 0)
        #expect(try place.text("output/status.md") == "Only Mail gateway move\n")
    }

    @Test func binaryTemplateIsCalledATemplate() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write([0x7b, 0x7b, 0x00], to: "pages/status.md.mustache")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(
            result.errors == """
                error: 'pages/status.md.mustache' is no text: it has a NUL byte at byte 3
                help: a template is text in UTF-8; leave binary files out

                """)
        #expect(place.contents() == before)
    }

    @Test func emptyTemplateIsRefused() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write("", to: "pages/status.md.mustache")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: pages/status.md.mustache: the template is empty; "))
        #expect(place.contents() == before)
    }

    @Test func templateInASubfolderIsNotPassedOver() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write("{{title}}\n", to: "pages/parts/deep/tag.html.mustache")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(
            result.errors == """
                error: the template 'pages/parts/deep/tag.html.mustache' lies in a folder below 'pages' and would not be used
                help: move it up, or out of there

                """)
        #expect(place.contents() == before)
    }

    @Test func filesThatAreNoTemplatesAreLeftAlone() async throws {
        let place = try await Workspace.published()
        try place.write(SmallPlan.settings + "templates: pages\n", to: "plumbline.yml")
        try place.write([0x89, 0x50, 0x00], to: "pages/logo.png")
        try place.write("notes", to: "pages/notes/README.md.txt")
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 0, "\(result.errors)")
    }
}
