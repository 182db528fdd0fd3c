import FlyingSocks
import Foundation
import Testing

/// `plumbline serve` on a folder, gone when the test is.
final class ServedPlan: Sendable {
    let place: Workspace
    let port: UInt16
    private let process: Process

    struct NotServed: Error, CustomStringConvertible { let description: String }

    init(_ place: Workspace, _ arguments: String...) async throws {
        self.place = place
        try place.write("", to: "tmp/.keep")
        let process = Process()
        process.executableURL = URL(filePath: try #require(Plumbline.binary))
        process.arguments = ["serve", "--now", SmallPlan.now] + arguments
        process.currentDirectoryURL = URL(filePath: place.path)
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": "\(place.path)/tmp"]
        try place.write("", to: "tmp/out")
        try place.write("", to: "tmp/err")
        process.standardOutput = FileHandle(forWritingAtPath: "\(place.path)/tmp/out")
        process.standardError = FileHandle(forWritingAtPath: "\(place.path)/tmp/err")
        try process.run()
        self.process = process
        var port: UInt16?
        while port == nil {
            port = try place.text("tmp/out").split(separator: "\n").first.flatMap { line in
                let address = line.split(separator: "/").dropFirst().first?.split(separator: ":")
                return address?.first == "127.0.0.1" ? address?.last.flatMap { UInt16($0) } : nil
            }
            guard port != nil || process.isRunning else { throw NotServed(description: try place.text("tmp/err")) }
            try await Task.sleep(for: .milliseconds(20))
        }
        self.port = try #require(port)
    }

    deinit { if process.isRunning { process.terminate() } }

    var errors: String { (try? place.text("tmp/err")) ?? "" }

    /// Ctrl-C.
    ///
    /// - Returns: the exit status.
    func interrupt() async throws -> Int32 {
        process.interrupt()
        while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Sends bytes as they are and returns everything that is answered.
    func send(_ request: String, onIPv6: Bool = false) async throws -> String {
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(Data(request.utf8), port: port, onIPv6: onIPv6) })
            }
        }
    }

    func get(_ path: String) async throws -> String {
        try await send("GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    }

    /// The build that a page comes from.
    func build(of page: String) throws -> String {
        let start = try #require(page.firstRange(of: "data-build=\""), "\(page)")
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// Waits as an open page does, until it is told to load anew.
    func reload(after build: String) async throws {
        let events = try await get("/_plumbline/events?build=\(build)")
        try #require(events.contains("event: reload\n"), "\(events)\n\(errors)")
    }
}

private func exchange(_ request: Data, port: UInt16, onIPv6: Bool) throws -> String {
    let socket = try Socket(domain: onIPv6 ? AF_INET6 : AF_INET)
    defer { try? socket.close() }
    if onIPv6 {
        try socket.connect(to: sockaddr_in6.loopback(port: port))
    } else {
        try socket.connect(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    }
    var sent = request.startIndex
    while sent < request.endIndex { sent = try socket.write(request, from: sent) }
    var answer: [UInt8] = []
    do {
        while true { answer += try socket.read(atMost: 65_536) }
    } catch SocketError.disconnected {
        return String(decoding: answer, as: UTF8.self)
    }
}
