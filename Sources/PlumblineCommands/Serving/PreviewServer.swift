import FlyingSocks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Answers browsers on this machine, one request for each connection.
struct PreviewServer: Sendable {
    /// Bytes of a request's head.
    private static let longestHead = 16_384
    /// Connections at a time; each open page keeps one.
    private static let mostConnections = 128

    let preview: Preview
    /// Bound and listening.
    let sockets: [Socket]

    /// Runs until its task is cancelled, and closes every connection then.
    func run() async {
        let pool = SocketPool.make()
        guard (try? await pool.prepare()) != nil else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await pool.run() }
            for socket in sockets {
                guard let listener = try? AsyncSocket(socket: socket, pool: pool) else { continue }
                group.addTask { await answer(listener) }
            }
            // The first that ends was cancelled.
            await group.next()
            group.cancelAll()
        }
    }

    private func answer(_ listener: AsyncSocket) async {
        await withTaskGroup(of: Void.self) { connections in
            var count = 0
            while !Task.isCancelled {
                guard let connection = try? await listener.accept() else {
                    // Too many open files, say, or the end.
                    try? await Task.sleep(for: .milliseconds(50))
                    continue
                }
                if count >= PreviewServer.mostConnections {
                    await connections.next()
                    count -= 1
                }
                count += 1
                connections.addTask {
                    await exchange(connection)
                    try? connection.close()
                }
            }
            connections.cancelAll()
        }
        try? listener.close()
    }

    private func exchange(_ connection: AsyncSocket) async {
        do {
            let head = try await withDeadline(seconds: 10) { try await readHead(connection) }
            let isHead: Bool
            let answer: Preview.Answer
            switch head {
            case .tooLong:
                (answer, isHead) = (.response(PreviewResponse(.tooLong, text: "the request is too long")), false)
            case .whole(let bytes):
                let head = RequestHead(bytes)
                (answer, isHead) = (preview.answer(to: head), head?.method == "HEAD")
            }
            switch answer {
            case .response(let response):
                try await connection.write(Data(response.bytes(isHead: isHead)))
                try await linger(connection)
            case .events(let build):
                try await connection.write(Data(PreviewResponse.eventsHead.utf8))
                if !isHead { try await tell(connection, after: build) }
            }
        } catch {
            // Whoever asked has gone, or asks for nothing: there is nobody to be told.
        }
    }

    private enum Head: Sendable {
        case whole([UInt8])
        case tooLong
    }

    private func readHead(_ connection: AsyncSocket) async throws -> Head {
        var bytes: [UInt8] = []
        var start = 0
        while bytes.count <= PreviewServer.longestHead {
            bytes += try await connection.read(atMost: 4096)
            if let end = endOfHead(bytes, from: start), end <= PreviewServer.longestHead {
                return .whole(Array(bytes[..<end]))
            }
            start = max(0, bytes.count - 3)
        }
        return .tooLong
    }

    /// Waits until there is a newer build than the page's, and says so. An empty comment now and then finds out who has
    /// gone.
    private func tell(_ connection: AsyncSocket, after build: String) async throws {
        try await connection.write(Data("retry: 500\n\n".utf8))
        var looks = 0
        while preview.state.build == build {
            try await Task.sleep(for: .milliseconds(100))
            looks += 1
            if looks.isMultiple(of: 150) { try await connection.write(Data(":\n\n".utf8)) }
        }
        try await connection.write(Data("event: reload\ndata: \(preview.state.build)\n\n".utf8))
    }

    /// Reads what is left of a request: closed before that, a connection may lose the answer on its way.
    private func linger(_ connection: AsyncSocket) async throws {
        _ = shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
        try await withDeadline(seconds: 1) {
            var count = 0
            while count < 1_048_576 { count += try await connection.read(atMost: 4096).count }
        }
    }
}

/// Behind the empty line that ends a head.
private func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    for index in bytes.indices.dropFirst(start) where bytes[index] == lineFeed {
        let before = index > 0 && bytes[index - 1] == carriageReturn ? index - 2 : index - 1
        if before >= 0, bytes[before] == lineFeed { return index + 1 }
    }
    return nil
}

private struct DeadlinePassed: Error {}

private func withDeadline<Value: Sendable>(
    seconds: Int, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw DeadlinePassed()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw DeadlinePassed() }
        return value
    }
}
