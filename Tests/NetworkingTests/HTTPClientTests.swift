import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Networking

@Suite struct HTTPClientTests {
    /// Answers as `status body`, or what failed.
    private func told(_ result: Result<HTTPResponse, HTTPFailure>) -> String {
        switch result {
        case .success(let response): "\(response.status) \(String(decoding: response.body.prefix(60), as: UTF8.self))"
        case .failure(let failure): failure.phrase
        }
    }

    private final class Waits: Sendable {
        private let told = Mutex<[Double]>([])
        var all: [Double] { told.withLock { $0 } }
        func add(_ seconds: Double) { told.withLock { $0.append(seconds) } }
    }

    /// A client that waits for nothing and remembers how long it would have.
    private func client(
        _ waits: Waits = Waits(), _ change: (inout HTTPClient.Settings) -> Void = { _ in }
    ) -> HTTPClient {
        var settings = HTTPClient.Settings()
        settings.wholeSeconds = 5
        change(&settings)
        return HTTPClient(settings, pause: { waits.add($0) }, jitter: { 1 })
    }

    @Test func formsAreSentWhole() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let request = HTTPRequest(
            address: try server.address("echo"), form: [("query", "a{b=\"c d\"} + ü & 1"), ("time", "1.5")])
        let text = told(client().send(HTTPRequest(address: try server.address("echo"))))
        #expect(text.hasPrefix(#"200 {"method": "GET""#))
        guard case .success(let response) = client().send(request) else {
            Issue.record("no answer")
            return
        }
        let answer = try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
        #expect(answer?["body"] as? String == "query=a%7Bb%3D%22c%20d%22%7D%20%2B%20%C3%BC%20%26%201&time=1.5")
        let headers = answer?["headers"] as? [String: String]
        #expect(headers?["content-type"] == "application/x-www-form-urlencoded")
        #expect(headers?["expect"] == nil)
    }

    @Test func credentialsAreSentAndNeverTold() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let request = HTTPRequest(address: try server.address("echo"))
        func authorization(_ credentials: HTTPCredentials) throws -> String? {
            guard case .success(let response) = client(Waits(), { $0.credentials = credentials }).send(request) else {
                return nil
            }
            let answer = try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
            return (answer?["headers"] as? [String: String])?["authorization"]
        }
        let token = HTTPSecret("s3cr3t-token")
        #expect(try authorization(.bearer(token)) == "Bearer s3cr3t-token")
        let encoded = Data("ops:pass:word".utf8).base64EncodedString()
        #expect(
            try authorization(.basic(user: HTTPSecret("ops"), password: HTTPSecret("pass:word"))) == "Basic \(encoded)")
        #expect("\(token)\(String(reflecting: token))\([token])".contains("s3cr3t") == false)
        #expect("\(HTTPCredentials.bearer(token))".contains("s3cr3t") == false)
        #expect(token.masked(in: "got s3cr3t-token twice: s3cr3t-token") == "got *** twice: ***")
        #expect(token.masked(in: "s3cr3t-token\u{301}") == "***\u{301}")
        #expect(HTTPSecret("a/b c").masked(in: "?t=a%2Fb%20c") == "?t=***")
        for (user, password) in [("ops", "pass:word"), ("o", "p"), ("", ""), ("ü", "€uro")] {
            let credentials = HTTPCredentials.basic(user: HTTPSecret(user), password: HTTPSecret(password))
            let sent = Data("\(user):\(password)".utf8).base64EncodedString()
            let told = credentials.maskedSecrets(in: "<\(sent)>").replacing("=", with: "")
            #expect(told == "<***>", "\(sent)")
        }
    }

    @Test(arguments: [429, 500, 502, 503, 504])
    func overloadPasses(status: Int) throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let waits = Waits()
        let request = HTTPRequest(address: try server.address("busy/\(status)/2/-/a"))
        #expect(told(client(waits).send(request)) == "200 3")
        #expect(waits.all == [0.5, 1])
    }

    @Test func serversSayHowLongToWait() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let waits = Waits()
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("busy/503/1/7/a")))) == "200 2")
        #expect(waits.all == [7])
        // Nobody waits for an hour.
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("busy/503/1/3600/b")))) == "503 busy")
        #expect(waits.all == [7])
    }

    @Test func whatStaysWrongIsGivenUp() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let waits = Waits()
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("busy/503/99/-/a")))) == "503 busy")
        #expect(waits.all == [0.5, 1, 2])
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("nowhere")))) == "404 not here")
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("busy/501/99/-/a")))) == "501 busy")
        #expect(waits.all.count == 3)
    }

    @Test func brokenConnectionsAreTriedAgain() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let waits = Waits()
        #expect(told(client(waits).send(HTTPRequest(address: try server.address("drop/2/a")))) == "200 3")
        #expect(waits.all == [0.5, 1])
        let address = try server.address("echo")
        server.stop()
        let gone = told(client(waits).send(HTTPRequest(address: address)))
        #expect(gone.hasPrefix("cannot be reached: "))
        #expect(waits.all.count == 5)
    }

    @Test func slowAnswersEnd() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let waits = Waits()
        let client = client(waits) { $0.wholeSeconds = 0.3 }
        let result = client.send(HTTPRequest(address: try server.address("slow/20")))
        #expect(told(result) == "gave no answer in 0.3 s")
        #expect(waits.all.isEmpty)
    }

    @Test func longAnswersEnd() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let client = client { $0.answerLimit = 100_000 }
        #expect(told(client.send(HTTPRequest(address: try server.address("huge/100000")))).hasPrefix("200 xxx"))
        let result = client.send(HTTPRequest(address: try server.address("huge/100001")))
        #expect(told(result) == "answers with more than 100000 bytes")
        let cut = told(client.send(HTTPRequest(address: try server.address("cut"))))
        #expect(cut.hasPrefix("cannot be reached: "))
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectsStayWithTheHost(status: Int) throws {
        guard canAsk() else { return }
        let (server, other) = (try TestServer(), try TestServer())
        let near = HTTPRequest(address: try server.address("lead/\(status)/count"))
        let far = HTTPRequest(address: try server.address("lead/\(status)/\(other.port)/count"))
        let withToken = client { $0.credentials = .bearer(HTTPSecret("t0k3n")) }
        let withTenant = client { $0.headers = [HTTPHeader("X-Scope-OrgID", "t")] }
        #expect(told(withToken.send(near)) == "200 1")
        #expect(told(client().send(far)) == "200 0")
        for client in [withToken, withTenant] {
            #expect(
                told(client.send(far))
                    == "sends elsewhere, to http://127.0.0.1:\(other.port)/count, which is not followed")
        }
        #expect(told(client().send(HTTPRequest(address: try other.address("count")))) == "200 0")
    }

    /// An address to which nobody is led may hold what was sent, where it would be cut.
    @Test func secretsAreTakenOutOfRedirects() throws {
        guard canAsk() else { return }
        let (server, other) = (try TestServer(), try TestServer())
        let token = "t0ken-of-the-night-shift"
        let client = client { $0.credentials = .bearer(HTTPSecret(token)) }
        let filler = String(repeating: "x", count: 160)
        let address = try server.address("lead/307/\(other.port)/\(filler)-\(token)")
        let told = told(client.send(HTTPRequest(address: address)))
        #expect(told.contains("/\(filler)-***") && !told.contains("t0ken"), "\(told)")
    }

    @Test func circlesEnd() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let result = client().send(HTTPRequest(address: try server.address("circle")))
        #expect(told(result).hasPrefix("sends elsewhere, to http://127.0.0.1:\(server.port)/circle"))
    }

    @Test func eightAtATimeAndInOrder() throws {
        guard canAsk() else { return }
        let server = try TestServer()
        let requests =
            try (0..<40).map { HTTPRequest(address: try server.address("slow/0.\($0 % 2 + 1)/\($0)")) }
            + [HTTPRequest(address: try server.address("reply/200/6c617374"))]
        let answers = client().send(requests).map(told)
        #expect(answers == Array(repeating: "200 late", count: 40) + ["200 last"])
        let most = told(client().send(HTTPRequest(address: try server.address("most")))).dropFirst(4)
        #expect((2...8).contains(Int(most) ?? 0))
    }

    @Test func certificatesAreChecked() async throws {
        guard canAsk(), requirement(hasProgram("openssl"), "openssl is not installed") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-tls-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/key.pem", "-out",
            "\(folder)/cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        let server = try TestServer(certificate: ("\(folder)/cert.pem", "\(folder)/key.pem"))
        let known = client { $0.certificateFile = "\(folder)/cert.pem" }
        let name = HTTPRequest(address: try server.address("reply/200/6f6b", host: "localhost"))
        let number = HTTPRequest(address: try server.address("reply/200/6f6b"))
        #expect(told(known.send(name)) == "200 ok")
        // The certificate is for another name, or nobody vouches for it.
        #expect(told(known.send(number)).hasPrefix("cannot be trusted: "))
        #expect(told(client().send(name)).hasPrefix("cannot be trusted: "))
        #expect(told(client { $0.certificateFile = "\(folder)/none.pem" }.send(name)).hasPrefix("cannot be trusted: "))
    }
}
