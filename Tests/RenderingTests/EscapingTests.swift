import Foundation
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
        ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
        // One Character each, and still the end of an attribute.
        ("\"\u{301} onload=x", "&quot;\u{301} onload=x"), ("<\u{338}b", "&lt;\u{338}b"), ("\u{202E}abc", "abc"),
        ("a\nb\u{2028}c", "a b c"), ("\u{0}\u{1B}[31m", "\u{FFFD}\u{FFFD}[31m"), ("{{title}}", "{{title}}"),
    ])
    func html(text: String, expected: String) { #expect(TextFormat.html.escape(text) == expected) }

    @Test(arguments: [
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[x](y)", "\\[x\\](y)"), ("a|b", "a\\|b"), ("# x", "\\# x"),
        ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("- x", "\\- x"), ("  + x", "\\+ x"), ("2.5 s", "2\\.5 s"),
        ("up to 1.5", "up to 1.5"), ("<b>&amp;", "\\<b\\>\\&amp;"), ("~~x~~", "\\~\\~x\\~\\~"), ("a\n# b", "a # b"),
        ("", ""), ("@team, look", "@&#8203;team, look"), ("2 @ 3", "2 @ 3"), ("a@b.example", "a@&#8203;b.example"),
        ("see https://x.example", "see https:&#8203;//x.example"), ("10:30", "10:30"),
        ("WWW.x.example", "WWW&#8203;.x.example"), ("ww.x", "ww.x"),
    ])
    func markdown(text: String, expected: String) { #expect(TextFormat.markdown.escape(text) == expected) }

    @Test func hostileNamesStayText() throws {
        let files = try renderSite(Example.hostileReport, templates: loadTemplates())
        for file in files where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("<script>alert"))
            #expect(!text.contains("<img"))
            #expect(!text.contains("\u{202E}"))
            #expect(text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 0)
        }
        let page = try #require(files.first { $0.path == "index.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("{{title}} {{&gt; tag.html}} {{{style}}}"))
        #expect(text.contains("&quot;\u{301} onmouseover"))
    }

    @Test func documentsCannotForgeThePolicy() throws {
        let report = Example.report()
        let forged = TextFormat.html.escape(ContentSecurityPolicy.placeholder)
        #expect(!forged.contains(ContentSecurityPolicy.placeholder))
        let files = try renderSite(report, templates: loadTemplates())
        for file in files where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains(ContentSecurityPolicy.placeholder))
            #expect(text.contains("default-src 'none'; style-src 'sha256-"))
            #expect(!text.contains("unsafe-inline"))
        }
    }

    @Test func policyNamesTheHashOfEveryTrustedPart() {
        let page = "<meta content=\"\(ContentSecurityPolicy.placeholder)\"><style>abc</style><script>evil()</script>"
        // printf abc | openssl dgst -sha256 -binary | base64
        #expect(
            ContentSecurityPolicy.apply(
                to: page,
                trusted: TrustedParts(in: ["<style>abc</style><script>other()</script>"], styles: [""], script: ""))
                == "<meta content=\"default-src 'none'; "
                + "style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; "
                + "script-src 'none'; base-uri 'none'; form-action 'none'\"><style>abc</style><script>evil()</script>")
    }

    @Test func onlyWhatATemplateWritesOutIsTrusted() {
        let template = """
            <style>{{{style}}}</style><style>p { color: red }</style><script>
            {{{script}}}
            </script><script>let title = "{{title}}"</script>
            """
        let trusted = TrustedParts(in: [template], styles: ["S", "T"], script: "J")
        for part in ["S", "T", "p { color: red }", "\nJ\n"] { #expect(trusted.source(of: part) != nil, "\(part)") }
        for part in ["J", "let title = \"\"", "let title = \"{{title}}\"", ""] {
            #expect(trusted.source(of: part) == nil, "\(part)")
        }
    }

    /// A value that came through unescaped would be a script of the page, and still not act.
    @Test func scriptThatSlippedInHasNoHash() throws {
        let file = SourceFile(
            path: "status.html.mustache",
            text: "{{{contentSecurityPolicy}}}<style>{{{style}}}</style><script>{{{script}}}</script>"
                + "<script>'{{title}}'</script>")
        let files = try renderSite(Example.report(), templates: loadTemplates(overriding: [file]))
        let page = String(decoding: try #require(files.first { $0.path == "index.html" }).bytes, as: UTF8.self)
        #expect(page.contains("<script>'Lifecycle hooks migration'</script>"))
        #expect(page.ranges(of: "'sha256-").count == 2)
    }

    @Test func pagesAskForNothingFromOutside() throws {
        for file in try renderSite(Example.report(), templates: loadTemplates()) where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for trace in ["http://", "https://", " src=", "url(", "@import", "<link"] { #expect(!text.contains(trace)) }
        }
    }
}
