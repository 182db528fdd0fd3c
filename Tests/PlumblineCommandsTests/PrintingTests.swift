import Foundation
import Testing

/// `build --pdf` where it cannot print: what is published stays.
@Suite struct PrintingTests {
    private static let document = SmallPlan.document + "\n## Before\n\n- [ ] Dump taken\n"

    @Test(arguments: [
        (["--pdf", "--chromium", "nowhere/chromium"], "there is no program 'nowhere/chromium' (--chromium)"),
        (["--pdf", "--chromium", "plan.md"], "there is no program 'plan.md' (--chromium)"),
        (["--pdf", "--chromium", "./mute"], "'./mute' ended before it had printed: no display"),
    ])
    func withoutABrowserTheOldSiteStays(_ arguments: [String], _ message: String) async throws {
        let place = try Workspace()
        try place.write(Self.document, to: "plan.md")
        try place.write("#!/bin/sh\necho no display >&2\nexit 3\n", to: "mute")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(place.path)/mute")
        let build = ["build", "--now", SmallPlan.now, "--output", "out"]
        #expect(try await Plumbline.run(build, in: place.path).status == 0)
        let site = place.contents()
        let result = try await Plumbline.run(build + arguments, in: place.path)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.errors.contains("the output was left as it was") || result.errors.contains("name the path of"))
        #expect(place.contents() == site)
    }

    @Test func settingsAskForPDFAndPaperToo() async throws {
        let place = try Workspace()
        try place.write(Self.document, to: "plan.md")
        try place.write("pdf: true\npaper: letter\n", to: "plumbline.yml")
        let result = try await Plumbline.run(
            ["build", "--now", SmallPlan.now, "--chromium", "nowhere/chromium"], in: place.path)
        #expect(result.status == 2 && result.errors.contains("nowhere/chromium"))
        try place.write("paper: a3\n", to: "plumbline.yml")
        let wrong = try await Plumbline.run(["build", "--now", SmallPlan.now], in: place.path)
        #expect(wrong.status == 2 && wrong.errors.contains("'paper' is 'a3', but has to be a4 or letter"))
    }
}
