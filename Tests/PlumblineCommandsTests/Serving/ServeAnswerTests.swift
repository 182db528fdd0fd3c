import Foundation
import TestSupport
import Testing

/// What the preview answers, to whom, and what it keeps to itself.
@Suite struct ServeAnswerTests {
    /// A request without its end, and the first line of the answer with a part of the rest.
    private static let requests: [(request: String, status: String, part: String)] = [
        ("GET / HTTP/1.1\r\nHost: localhost", "200 OK", "Content-Type: text/html; charset=utf-8\r\n"),
        ("GET /?a=b HTTP/1.1\r\nHost: 127.0.0.1:80", "200 OK", "Cache-Control: no-store\r\n"),
        ("GET /index.html HTTP/1.0\r\nhOST:[::1]:4173", "200 OK", "Mail gateway move"),
        ("GET /status.json HTTP/1.1\r\nHost: LOCALHOST", "200 OK", "Content-Type: application/json\r\n"),
        ("GET /status.md HTTP/1.1\r\nHost: localhost", "200 OK", "Content-Type: text/markdown; charset=utf-8\r\n"),
        ("GET /%69ndex.html HTTP/1.1\r\nHost: localhost", "200 OK", "Mail gateway move"),
        ("GET /own%20notes.txt HTTP/1.1\r\nHost: localhost", "200 OK", "\r\n\r\nnotes"),
        ("GET /inside.txt HTTP/1.1\r\nHost: localhost", "200 OK", "\r\n\r\nnotes"),
        ("GET /emails HTTP/1.1\r\nHost: localhost", "404", "There is no such page"),
        ("GET /sub HTTP/1.1\r\nHost: localhost", "301", "Location: /sub/\r\n"),
        ("GET /sub/ HTTP/1.1\r\nHost: localhost", "200 OK", "below"),
        ("HEAD / HTTP/1.1\r\nHost: localhost", "200 OK", "Content-Length: "),
        ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3", "405", "Allow: GET, HEAD\r\n"),
        ("DELETE /status.json HTTP/1.1\r\nHost: localhost", "405", "Allow: GET, HEAD\r\n"),
        // Out of the folder, by any road.
        ("GET /../plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /..%2fplumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%2e%2e/plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%252e%252e/plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /sub/../../plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /..\\plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET //etc/passwd HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%2fetc/passwd HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /outside.txt HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /parent/plumbline.yml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /index.html%00.txt HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%ff HTTP/1.1\r\nHost: localhost", "404", ""), ("GET /%zz HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /index.html/ HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /pipe HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /.plumbline-files HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%2eplumbline-files HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /manifest HTTP/1.1\r\nHost: localhost", "404", ""),
        // For others than this machine.
        ("GET / HTTP/1.1\r\nHost: evil.example", "403", ""), ("GET / HTTP/1.1\r\nX: y", "403", ""),
        ("GET / HTTP/1.1\r\nHost: localhost.evil.example:4173", "403", ""),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", "403", ""),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example", "403", ""),
        ("GET / HTTP/1.1\r\nHost: localhost:x", "403", ""),
        // No requests at all.
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost", "400", ""), ("GET /", "400", ""),
        ("GET / HTTP/2\r\nHost: localhost", "400", ""), ("\u{1}\u{2}\u{3}", "400", ""),
        ("GET /a b HTTP/1.1\r\nHost: localhost", "400", ""),
        ("GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\nHost: localhost", "431", ""),
    ]

    @Test(.timeLimit(.minutes(5))) func requestsAreAnswered() async throws {
        let place = try await Workspace.published()
        try place.write("notes", to: "output/own notes.txt")
        try place.write("below", to: "output/sub/index.html")
        try place.link("output/inside.txt", to: "own notes.txt")
        try place.link("output/outside.txt", to: "../plumbline.yml")
        try place.link("output/parent", to: "..")
        try place.link("output/manifest", to: ".plumbline-files")
        #expect(try await place.shell("mkfifo output/pipe").status == 0)
        let served = try await ServedPlan(place, "--port", "0")
        for (request, status, part) in Self.requests {
            let answer = try await served.send(request + "\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(request.prefix(80))\n\(answer)")
            #expect(part.isEmpty || answer.contains(part), "\(request.prefix(80))\n\(answer)")
            #expect(!answer.contains("Delivery delay:\n") && !answer.contains("root:"), "\(request.prefix(80))")
            #expect(answer.contains("X-Content-Type-Options: nosniff\r\n"))
        }
        let whole = try await served.get("/")
        let head = try await served.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(head.hasSuffix("\r\n\r\n") && whole.hasPrefix(head))
    }

    @Test(.timeLimit(.minutes(5))) func onlyThisMachineIsAnswered() async throws {
        let table = "/proc/net/tcp"
        guard requirement(FileManager.default.fileExists(atPath: table), "there is no \(table) here") else { return }
        let served = try await ServedPlan(try await Workspace.published(), "--port", "0")
        let number = String(served.port, radix: 16, uppercase: true)
        let port = ":" + String(repeating: "0", count: 4 - number.count) + number
        let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
        let rows: [[Substring]] = lines.map { $0.split(separator: " ") }
        let listening = rows.filter { $0.count > 3 && $0[1].hasSuffix(port) && $0[3] == "0A" }
        let places = listening.map { String($0[1]) }
        #expect(places == ["0100007F\(port)"])
    }

    /// The page hears of the next build, and the published file knows nothing of it.
    @Test(.timeLimit(.minutes(5))) func onlyTheServedPageHasTheScript() async throws {
        let place = try await Workspace.published()
        let published = try place.text("output/index.html")
        let served = try await ServedPlan(place, "--port", "0")
        let page = try await served.get("/")
        #expect(try place.text("output/index.html") == published)
        #expect(!published.contains("_plumbline") && !published.contains("connect-src"))
        let body = try #require(page.components(separatedBy: "\r\n\r\n").dropFirst().first)
        let script = try #require(body.firstRange(of: "<script data-build="))
        let policy = try #require(body.split(separator: "\"").first { $0.hasPrefix("default-src") })
        #expect(policy.contains("connect-src 'self'") && !policy.contains("unsafe"))
        let own = try #require(published.split(separator: "\"").first { $0.hasPrefix("default-src") })
        let before = own.split(separator: ";").first { $0.hasPrefix(" script-src ") } ?? ""
        let after = try #require(policy.split(separator: ";").first { $0.hasPrefix(" script-src ") })
        // One more, and nothing else.
        #expect(after.split(separator: " ").dropLast() == before.split(separator: " ").filter { $0 != "'none'" }[...])
        #expect(after.split(separator: " ").last?.hasPrefix("'sha256-") == true)
        let end = try #require(body[script.lowerBound...].firstRange(of: "</script>\n"))
        let rest = body[..<script.lowerBound] + body[end.upperBound...]
        #expect(rest.replacing(policy, with: own) == published)
    }
}
