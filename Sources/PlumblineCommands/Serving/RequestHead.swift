/// The head of a request as far as a preview needs it: method, target and the hosts that it is meant for.
struct RequestHead: Sendable, Equatable {
    let method: String
    /// A path, with its query if there is one.
    let target: String
    /// Of each `Host` line; there should be one.
    let hosts: [String]

    /// nil for what is no head of HTTP/1 with a path as its target.
    init?(_ bytes: some Sequence<UInt8>) {
        let text = String(decoding: Array(bytes), as: UTF8.self)
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
        let parts = lines.popFirst()?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard parts.count == 3, parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0", parts[1].hasPrefix("/"),
            parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        (method, target) = (String(parts[0]), String(parts[1]))
        hosts = lines.compactMap { line in
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "host" else { return nil }
            return String(line[line.index(after: colon)...].filter { !$0.isWhitespace })
        }
    }

    /// Whether it is meant for this machine by a name that nobody else can give it. A page from elsewhere whose name has
    /// been made to lead here, to read what only this machine may see, still sends its own.
    var isForLoopback: Bool {
        guard hosts.count == 1 else { return false }
        let host = hosts[0].lowercased()
        let end = host.lastIndex(of: ":").flatMap { host[$0...].contains("]") ? nil : $0 } ?? host.endIndex
        guard host[end...].dropFirst().allSatisfy({ "0"..."9" ~= $0 }) else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains(host[..<end])
    }

    /// Parts of the path, decoded once; the last is empty for a folder.
    ///
    /// - Returns: nil for what names no file of a site: hidden names, ways up, empty parts, signs that no name has.
    var pathParts: [String]? {
        var parts: [String] = []
        let path = target.prefix { $0 != "?" && $0 != "#" }.dropFirst()
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            guard let name = decoded(part), !name.hasPrefix("."), !name.contains("/"), !name.contains("\\"),
                name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else { return nil }
            parts.append(name)
        }
        return parts.dropLast().contains("") ? nil : parts
    }

    /// A field of the query.
    func field(_ name: String) -> String? {
        target.drop { $0 != "?" }.dropFirst().split(separator: "&").first { $0.hasPrefix("\(name)=") }
            .flatMap { decoded($0.dropFirst(name.count + 1)) }
    }
}

/// Without percent signs; nil when they are misused, or no text in UTF-8 comes out.
private func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy(isHexDigit), let digits = String(digits),
            let value = UInt8(digits, radix: 16)
        else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
    default: false
    }
}
