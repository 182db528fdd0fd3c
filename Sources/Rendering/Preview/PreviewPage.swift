import Report
import SourceText

/// Pages as the preview shows them: they hear of the next build, and the published files know nothing of it.
package enum PreviewPage {
    /// Where the script asks for the next build.
    package static let eventsPath = "/_plumbline/events"

    /// A page of the site with the script that loads it anew. The page's policy lets this script act, and lets it reach
    /// its own server; everything else of it stays as it is.
    ///
    /// - Parameter build: The build that the page comes from.
    package static func live(_ html: String, build: String) -> String {
        let html = previewPolicy(of: html, allowing: digest(of: script))
        let element = scriptElement(build)
        guard let end = html.ranges(of: "</body>").last else { return html + element }
        return html[..<end.lowerBound] + element + html[end.lowerBound...]
    }

    /// A page that says why there is no other.
    ///
    /// - Parameters:
    ///   - message: Of several lines, the first is the gist.
    ///   - help: What to do.
    package static func notice(_ title: String, message: String, help: String?, build: String) -> String {
        let policy =
            "default-src 'none'; style-src '\(digest(of: style))'; script-src '\(digest(of: script))'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'"
        let title = TextFormat.html.escape(title)
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { TextFormat.html.escape(String($0)) }.joined(separator: "\n")
        let advice = help.map { "<p>\(TextFormat.html.escape($0))</p>\n" } ?? ""
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <pre tabindex="0">\(text)</pre>
            \(advice)</main>
            \(scriptElement(build))</body>
            </html>

            """
    }

    private static var script: String { String(decoding: PackageResources.reload_js, as: UTF8.self) }
    private static var style: String { String(decoding: PackageResources.notice_css, as: UTF8.self) }

    private static func scriptElement(_ build: String) -> String {
        "<script data-build=\"\(TextFormat.html.escape(build))\">\(script)</script>\n"
    }

    private static func digest(of text: String) -> String { "sha256-\(base64(SHA256.digest(text.utf8)))" }
}
