/// An answer of the preview: a whole file or page, after which the connection ends.
struct PreviewResponse: Sendable {
    let status: Status
    let type: String
    let body: [UInt8]
    /// Headers beside those that every answer has.
    var headers: [String] = []

    enum Status: String, Sendable {
        case ok = "200 OK"
        case moved = "301 Moved Permanently"
        case malformed = "400 Bad Request"
        case foreign = "403 Forbidden"
        case missing = "404 Not Found"
        case refused = "405 Method Not Allowed"
        case tooLong = "431 Request Header Fields Too Large"
        case failed = "500 Internal Server Error"
    }

    init(_ status: Status, type: String, body: [UInt8]) {
        (self.status, self.type, self.body) = (status, type, body)
    }

    init(_ status: Status, text: String) {
        self.init(status, type: "text/plain; charset=utf-8", body: Array("\(text)\n".utf8))
    }

    init(_ status: Status, page: String) {
        self.init(status, type: "text/html; charset=utf-8", body: Array(page.utf8))
    }

    /// - Parameter isHead: Whether only what would be sent is asked for.
    func bytes(isHead: Bool) -> [UInt8] {
        let head = PreviewResponse.head(status, type: type, headers + ["Content-Length: \(body.count)"])
        return Array(head.utf8) + (isHead ? [] : body)
    }

    /// What begins the events that a page listens to; they have no end.
    static var eventsHead: String { head(.ok, type: "text/event-stream", []) }

    private static func head(_ status: Status, type: String, _ headers: [String]) -> String {
        let lines =
            ["HTTP/1.1 \(status.rawValue)", "Content-Type: \(type)", "Cache-Control: no-store"]
            + ["X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin", "Connection: close"]
        return (lines + headers).map { "\($0)\r\n" }.joined() + "\r\n"
    }

    /// What a file holds, by its name.
    static func type(of name: String) -> String {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
            "js": "text/javascript; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
            "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
            "atom": "application/atom+xml; charset=utf-8", "xml": "application/xml",
            "ics": "text/calendar; charset=utf-8", "eml": "message/rfc822", "pdf": "application/pdf",
            "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
            "ico": "image/x-icon", "csv": "text/csv; charset=utf-8",
        ]
        let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }
}
