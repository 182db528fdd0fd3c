import Foundation
import Networking
import TestSupport
import Testing

/// A real server on loopback with the samples of a text in OpenMetrics, gone when the test is.
final class PrometheusProcess: Sendable {
    let address: HTTPAddress
    private let folder: String
    private let process: Process

    struct NotStarted: Error, CustomStringConvertible { let description: String }

    /// - Parameters:
    ///   - web: `--web.config.file`, with a folder of its own in place of `FOLDER`.
    ///   - prefix: path before `/api/v1`.
    init(_ openMetrics: String, web: String? = nil, prefix: String = "") throws {
        folder =
            FileManager.default.temporaryDirectory.appending(path: "plumbline-prometheus-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try openMetrics.write(toFile: "\(folder)/samples.om", atomically: true, encoding: .utf8)
        try "global: {scrape_interval: 1h}\n".write(toFile: "\(folder)/p.yml", atomically: true, encoding: .utf8)
        try Self.run([
            "promtool", "tsdb", "create-blocks-from", "openmetrics", "\(folder)/samples.om", "\(folder)/data",
        ])
        var options: [String] = []
        if let web {
            try web.replacing("FOLDER", with: folder)
                .write(toFile: "\(folder)/web.yml", atomically: true, encoding: .utf8)
            try Self.certify(folder)
            options = ["--web.config.file=\(folder)/web.yml"]
        }
        let port = try Self.freePort()
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "prometheus", "--config.file=\(folder)/p.yml", "--storage.tsdb.path=\(folder)/data",
                "--storage.tsdb.retention.time=200y", "--web.listen-address=127.0.0.1:\(port)",
                "--web.route-prefix=\(prefix.isEmpty ? "/" : prefix)", "--log.level=error",
            ] + options
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        address = try HTTPAddress("\(web == nil ? "http" : "https")://localhost:\(port)\(prefix)")
        try waitUntilReady()
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var certificate: String { "\(folder)/cert.pem" }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private func waitUntilReady() throws {
        var settings = HTTPClient.Settings()
        settings.certificateFile = FileManager.default.fileExists(atPath: certificate) ? certificate : nil
        settings.retry = RetryPolicy(retries: 0)
        let client = HTTPClient(settings)
        for _ in 0..<300 {
            // 401 is an answer too.
            if case .success(let response) = client.send(HTTPRequest(address: address.appending("/-/ready"))),
                response.status != 503
            {
                return
            }
            guard process.isRunning else { throw NotStarted(description: "prometheus ended at once") }
            HTTPClient.sleep(0.1)
        }
        throw NotStarted(description: "prometheus is not ready after 30 seconds")
    }

    private static func certify(_ folder: String) throws {
        try run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/key.pem", "-out",
            "\(folder)/cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ])
    }

    private static func freePort() throws -> Int {
        let text = try run([
            "python3", "-c", "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])",
        ])
        return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @discardableResult private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NotStarted(description: arguments.joined(separator: " ")) }
        return text
    }
}

/// Whether the real server can be started here; without it the test is skipped in one line, under `REQUIRE_ALL=1` it fails.
func canStartPrometheus() -> Bool {
    let isHere = ["prometheus", "promtool", "openssl", "python3"].allSatisfy(hasProgram)
    return requirement(
        isHere && HTTPClient.missingLibrary == nil, "prometheus, openssl, python3 or libcurl is not installed")
}
