import Foundation
import Networking
import TestSupport
import Testing

/// The server of `Server/server.py`, gone when the test is.
final class TestServer: Sendable {
    let port: Int
    let scheme: String
    private let process: Process
    private let input: Pipe

    /// - Parameter certificate: files with a certificate and its key, for TLS.
    init(certificate: (path: String, key: String)? = nil) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Server/server.py").path
        let output = Pipe()
        process = Process()
        input = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script] + (certificate.map { [$0.path, $0.key] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "the server did not start")
        scheme = certificate == nil ? "http" : "https"
    }

    deinit { stop() }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    func address(_ path: String, host: String = "127.0.0.1") throws -> HTTPAddress {
        try HTTPAddress("\(scheme)://\(host):\(port)/\(path)")
    }
}

/// Whether a server can be asked here.
func canAsk() -> Bool {
    requirement(hasProgram("python3"), "python3 is not installed")
        && requirement(HTTPClient.missingLibrary == nil, "libcurl is not installed")
}
