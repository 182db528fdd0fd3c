import DataNotations
import SourceText

/// Settings in which the address of the server holds what may be a secret: a name, a password, a query.
///
/// They are refused, and read from a copy without it, so that no message or excerpt can show it.
struct SecretAddress {
    let masked: SourceFile
    let findings: [Finding]

    /// - Returns: nil where there is none.
    init?(_ source: SourceFile) {
        guard let values = try? DataDocument.yaml(NotationInput(file: source)) else {
            // What is wrong with them is told with an excerpt.
            let places = Self.addresses(in: source.bytes).filter { Self.mayBeSecret(source.bytes[$0]) }
            guard !places.isEmpty else { return nil }
            masked = Self.mask(places, in: source)
            findings = []
            return
        }
        let servers = values.flatMap(\.members).filter { $0.key.lowercased() == "prometheus" }.map(\.value)
        let places = servers.flatMap { server in
            server.members.isEmpty
                ? [server] : server.members.filter { $0.key.lowercased() == "url" }.map(\.value)
        }.map(\.span.range).filter { Self.mayBeSecret(source.bytes[$0]) }
        guard !places.isEmpty else { return nil }
        let masked = Self.mask(places, in: source)
        self.masked = masked
        findings = places.map { place in
            invalid(
                "'url' holds a name, a password or a query, with '@', '?' or '#'",
                at: SourceSpan(file: masked, range: place),
                help:
                    "write nothing but scheme, host, port and path; name 'user-env' and 'password-env', or 'token-env'")
        }
    }

    private static func mayBeSecret(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.contains(where: { "@?#".utf8.contains($0) }) { return true }
        return bytes.indices.dropLast(2).contains { bytes[$0...].starts(with: "%40".utf8) }
    }

    /// From `://` to the next space or quote.
    private static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index + 3 <= bytes.count {
            guard bytes[index] == UInt8(ascii: ":"), bytes[index...].starts(with: "://".utf8) else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex { $0 <= 0x20 || "\"'".utf8.contains($0) } ?? bytes.count
            places.append(index + 3..<max(index + 3, end))
            index = max(index + 3, end)
        }
        return places
    }

    /// With a letter in place of all that is neither a space nor a quote, so that lines and values stay where they are.
    private static func mask(_ places: [Range<Int>], in source: SourceFile) -> SourceFile {
        var bytes = source.bytes
        for index in places.joined() where bytes[index] > 0x20 && !"\"'".utf8.contains(bytes[index]) {
            bytes[index] = UInt8(ascii: "x")
        }
        return SourceFile(path: source.path, bytes: bytes)
    }
}
