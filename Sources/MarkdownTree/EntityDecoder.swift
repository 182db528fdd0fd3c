/// Decodes character references such as `&amp;` and `&#35;`.
///
/// cmark itself says what a reference means, so that text and tree agree on all of HTML's names; each one is asked
/// for once.
struct EntityDecoder {
    private var known: [ArraySlice<UInt8>: [UInt8]] = [:]

    /// Longest reference, with `&` and `;`: `&CounterClockwiseContourIntegral;` has 33 bytes.
    private static let longestReference = 40

    /// The decoded bytes and the length of the reference at `start`; nil when there is none.
    mutating func reference(in bytes: [UInt8], at start: Int) -> (decoded: [UInt8], length: Int)? {
        var end = start + 1
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        let limit = min(bytes.count, start + Self.longestReference)
        while end < limit, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
        guard end < limit, bytes[end] == UInt8(ascii: ";") else { return nil }
        let name = bytes[start...end]
        if let decoded = known[name] { return decoded.isEmpty ? nil : (decoded, name.count) }
        let decoded = Self.decode(name)
        known[ArraySlice(Array(name))] = decoded
        return decoded.isEmpty ? nil : (decoded, name.count)
    }

    /// Empty when cmark leaves the text as it is.
    private static func decode(_ name: ArraySlice<UInt8>) -> [UInt8] {
        guard let tree = CMarkTree(parsing: name) else { return [] }
        var decoded: [UInt8] = []
        tree.read { root in root.firstChild?.firstChild?.appendLiteral(to: &decoded) }
        return decoded.elementsEqual(name) ? [] : decoded
    }
}
