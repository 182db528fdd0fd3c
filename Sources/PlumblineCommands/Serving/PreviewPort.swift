import FlyingSocks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a preview listens: on this machine alone.
struct PreviewPort {
    static let standard: UInt16 = 4173

    let number: UInt16
    /// IPv4, and IPv6 where there is one.
    let sockets: [Socket]

    /// - Parameters:
    ///   - wanted: 0 for any that is free; nil to look for one.
    ///   - remembered: That of the last preview of the same folder.
    static func open(_ wanted: UInt16?, remembered: UInt16?) throws(CommandError) -> PreviewPort {
        if let wanted {
            guard let port = try open(wanted) else {
                throw CommandError(
                    "port \(wanted) is taken by another program", help: "choose another, or leave '--port' out")
            }
            return port
        }
        for number in [remembered].compactMap(\.self) + Array(standard..<standard + 100) {
            if let port = try open(number) { return port }
        }
        guard let port = try open(0) else { throw CommandError("there is no free port") }
        return port
    }

    /// nil when the port is taken.
    private static func open(_ number: UInt16) throws(CommandError) -> PreviewPort? {
        do {
            let first = try listen(on: sockaddr_in.inet(ip4: "127.0.0.1", port: number), AF_INET)
            guard case .ip4(_, let number) = try first.sockname() else { return nil }
            let second = try? listen(on: sockaddr_in6.loopback(port: number), AF_INET6)
            return PreviewPort(number: number, sockets: [first, second].compactMap(\.self))
        } catch SocketError.failed(_, EADDRINUSE, _) {
            return nil
        } catch SocketError.failed(_, EACCES, _) {
            throw CommandError(
                "port \(number) is reserved for the system", help: "choose one above 1023, or leave '--port' out")
        } catch SocketError.failed(_, let code, _) {
            throw CommandError("cannot listen on 127.0.0.1, port \(number): \(InputFiles.reason(code))")
        } catch {
            throw CommandError("cannot listen on 127.0.0.1, port \(number)")
        }
    }

    private static func listen(on address: some SocketAddress, _ family: Int32) throws -> Socket {
        let socket = try Socket(domain: family)
        do {
            // The connections of a preview that has just ended do not keep its port.
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
        } catch {
            try? socket.close()
            throw error
        }
        try socket.listen()
        return socket
    }
}
