/// Refuses YAML that would cost more to compose than its size allows, before it is composed.
///
/// Yams (6.2) hashes each key of a mapping to find duplicates. A key that is a list, an object or an alias is hashed
/// with all that it holds, so aliases of aliases as a key take exponential time, and keys nested in keys quadratic time.
/// Values cost nothing there: an alias shares what its anchor holds.
enum YAMLGuard {
    /// Nodes that may be hashed at the worst; about half a second.
    private static let budget = 100_000_000.0

    /// Counts what looks like an alias or such a key, quoted or not: the count is never too low.
    static func check(_ input: NotationInput) throws(NotationError) {
        let bytes = input.bytes
        var aliases = 0
        var anchors = 0
        var complexKeys = 0
        var firstKey: Int?
        for (index, byte) in bytes.enumerated() {
            var isKey = false
            switch byte {
            case UInt8(ascii: "*") where startsToken(index, in: bytes):
                let end =
                    bytes[(index + 1)...].firstIndex { !($0.continuesName || $0 == UInt8(ascii: "-")) } ?? bytes.count
                aliases += end > index + 1 ? 1 : 0
                isKey = isColon(behind: end, in: bytes)
            case UInt8(ascii: "&") where startsToken(index, in: bytes):
                anchors += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                isKey = isColon(behind: index + 1, in: bytes)
            case UInt8(ascii: "?") where startsToken(index, in: bytes):
                isKey = index + 1 >= bytes.count || bytes[index + 1].isSpace
            default:
                continue
            }
            guard isKey else { continue }
            complexKeys += 1
            firstKey = firstKey ?? index
        }
        guard let firstKey, Double(bytes.count * complexKeys) * growth(aliases, anchors) > budget else { return }
        throw NotationError(
            "lists, objects or aliases stand as keys too often to be read safely",
            at: input.span(firstKey..<firstKey + 1),
            reason: .tooComplex)
    }

    private static func startsToken(_ index: Int, in bytes: [UInt8]) -> Bool {
        guard index > 0 else { return true }
        return bytes[index - 1].isSpace || "[{,".utf8.contains(bytes[index - 1])
    }

    private static func isColon(behind index: Int, in bytes: [UInt8]) -> Bool {
        // Space between the two is looked at for one line's worth only: a run of it must not be walked again and again.
        let behind = bytes[min(index, bytes.count)...].prefix(1024).drop(while: \.isSpace)
        return behind.first == UInt8(ascii: ":") || behind.isEmpty && index + 1024 < bytes.count
    }

    /// The most that aliases can multiply a text: spread evenly over anchors that hold each other, or three on each level.
    private static func growth(_ aliases: Int, _ anchors: Int) -> Double {
        let spread = power(1 + Double(aliases) / Double(max(1, anchors)), anchors)
        return min(spread, power(3, aliases / 3 + 1))
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<min(exponent, 64)).reduce(1) { product, _ in product * base }
    }
}
