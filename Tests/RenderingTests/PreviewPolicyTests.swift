import Testing

@testable import Rendering

/// The preview's script may act, and nothing else that could not act before.
@Suite struct PreviewPolicyTests {
    private static let digest = "sha256-abc"

    @Test(arguments: [
        (
            "default-src 'none'; script-src 'none'",
            "default-src 'none'; script-src 'sha256-abc'; connect-src 'self'"
        ),
        (
            "default-src 'none'; script-src 'sha256-x'; base-uri 'none'",
            "default-src 'none'; script-src 'sha256-x' 'sha256-abc'; base-uri 'none'; connect-src 'self'"
        ),
        ("default-src 'self'", "default-src 'self'; script-src 'self' 'sha256-abc'; connect-src 'self'"),
        ("style-src 'none'", "style-src 'none'"),
        (
            "script-src 'unsafe-inline'; connect-src https://a.example",
            "script-src 'unsafe-inline'; connect-src https://a.example 'self'"
        ),
        ("", ""),
    ])
    func policiesAreWidened(_ policy: String, _ expected: String) {
        let page = "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"%\"><p>"
        #expect(
            previewPolicy(of: page.replacing("%", with: policy), allowing: Self.digest)
                == page.replacing("%", with: expected))
    }

    @Test(arguments: [
        "<p>no policy</p>", "<meta name=\"a\" content=\"script-src 'none'\">", "<meta ", "",
        "<meta http-equiv=\"Content-Security-Policy\">",
    ])
    func otherPagesStayAsTheyAre(_ page: String) {
        #expect(previewPolicy(of: page, allowing: Self.digest) == page)
    }

    @Test func theScriptStandsAtTheEnd() {
        let page = PreviewPage.live("<html><body><p>&lt;/body></p></body></html>", build: "a\"1")
        #expect(page.hasPrefix("<html><body><p>&lt;/body></p><script data-build=\"a&quot;1\">"))
        #expect(page.hasSuffix("</script>\n</body></html>"))
        #expect(PreviewPage.live("bare", build: "1").hasPrefix("bare<script data-build=\"1\">"))
    }

    @Test func noticesAreEscaped() {
        let page = PreviewPage.notice("A <b>", message: "one <i>\ntwo", help: "\"help\"", build: "1")
        #expect(page.contains("<h1>A &lt;b&gt;</h1>") && page.contains("one &lt;i&gt;\ntwo</pre>"))
        #expect(page.contains("<p>&quot;help&quot;</p>"))
    }
}
