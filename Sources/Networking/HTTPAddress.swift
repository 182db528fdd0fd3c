/// An address that a request may go to: `http` or `https`, a host, perhaps a port and a path; nothing secret.
package struct HTTPAddress: Sendable, Equatable, CustomStringConvertible {
    /// `http` or `https`.
    package let scheme: String
    /// Host and port as written, in small letters.
    package let authority: String
    /// Empty, or with a slash at its start and none at its end.
    package let path: String
    /// With its question mark; empty in addresses that a person writes.
    private let query: String

    package var description: String { "\(scheme)://\(authority)\(path)\(query)" }

    package enum Fault: Error, Equatable, Sendable {
        case scheme, host, port, credentials, query, characters

        /// Behind the address.
        package var phrase: String {
            switch self {
            case .scheme: "begins with neither http:// nor https://"
            case .host: "names no host that there could be"
            case .port: "has a port that is no number from 1 to 65535"
            case .credentials: "holds a name or password"
            case .query: "has a '?' or '#' in it"
            case .characters: "has a character that no address has"
            }
        }
    }

    package init(_ text: String) throws(Fault) {
        try self.init(text, allowsQuery: false)
    }

    init(_ text: String, allowsQuery: Bool) throws(Fault) {
        let lowered = text.lowercased()
        guard let scheme = ["https", "http"].first(where: { lowered.hasPrefix("\($0)://") }) else { throw .scheme }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { throw .characters }
        let rest = text.dropFirst(scheme.count + 3)
        let authority = rest.prefix { !"/?#".contains($0) }
        // A slash or question mark in a password ends what looks like the host.
        let whole = allowsQuery ? authority : rest
        guard !whole.contains("@"), !whole.lowercased().contains("%40") else { throw .credentials }
        try Self.check(authority)
        var path = rest.dropFirst(authority.count)
        let query = path.drop { $0 != "?" && $0 != "#" }
        guard allowsQuery || query.isEmpty else { throw .query }
        path = path.prefix { $0 != "?" && $0 != "#" }
        while !allowsQuery, path.hasSuffix("/") { path.removeLast() }
        self.scheme = scheme
        self.authority = authority.lowercased()
        self.path = String(path)
        self.query = String(query)
    }

    /// `metrics.example:9090`, `[::1]`
    private static func check(_ authority: Substring) throws(Fault) {
        let isBracketed = authority.first == "["
        let host = isBracketed ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
        var rest = authority[host.endIndex...]
        if isBracketed {
            guard rest.popFirst() == "]" else { throw .host }
        }
        let isHost = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."):
                true
            case UInt8(ascii: ":"): isBracketed
            case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                !isBracketed
            default: false
            }
        }
        guard isHost, !host.isEmpty, rest.isEmpty || rest.first == ":" else { throw .host }
        guard rest.isEmpty || rest.utf8.dropFirst().allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .port }
        guard rest.isEmpty || Int(rest.dropFirst()).map({ 1...65_535 ~= $0 }) == true else { throw .port }
    }

    private init(scheme: String, authority: String, path: String) {
        self.scheme = scheme
        self.authority = authority
        self.path = path
        query = ""
    }

    /// - Parameter path: With a slash at its start.
    package func appending(_ path: String) -> HTTPAddress {
        HTTPAddress(scheme: scheme, authority: authority, path: self.path + path)
    }

    /// Whether both lead to the same host and port by the same means.
    func isSameOrigin(as other: HTTPAddress) -> Bool {
        (scheme, withPort) == (other.scheme, other.withPort)
    }

    private var withPort: String {
        let port = scheme == "https" ? ":443" : ":80"
        return authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    }
}
