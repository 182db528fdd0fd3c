/// Letters as the vocabulary holds them: small, and with their accent in one piece.
///
/// The four languages need no more than ASCII, Latin-1 and `œ`; other letters stay as they are.
enum WordFolding {
    /// The small form of an ASCII byte.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The small form of a byte of UTF-8, told with the byte before it.
    @inline(__always)
    static func lowered(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if byte < 0x80 { return lowered(byte) }
        // À–Þ without ×, and Œ.
        if previous == 0xC3, byte <= 0x9E, byte != 0x97 { return byte + 0x20 }
        return previous == 0xC5 && byte == 0x92 ? 0x93 : byte
    }

    /// A text in small letters, with accents that stand behind their letter, as macOS writes file names, joined to it.
    static func folded(_ utf8: some Collection<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.underestimatedCount)
        var previous: UInt8 = 0
        for byte in utf8 {
            if previous == 0xCC, let letter = folded.dropLast().last, let joined = joined(letter, accent: byte) {
                folded.removeLast(2)
                folded += [0xC3, joined]
            } else {
                folded.append(lowered(byte, after: previous))
            }
            previous = byte
        }
        return folded
    }

    /// Second byte of a small letter with its accent (U+0300 to U+0327); nil when Latin-1 has none.
    private static func joined(_ letter: UInt8, accent: UInt8) -> UInt8? {
        guard let base = bases.first(where: { $0.letter == letter }) else { return nil }
        return switch accent {
        case 0x80: base.grave
        case 0x81: base.acute
        case 0x82: base.circumflex
        case 0x83: letter == UInt8(ascii: "n") ? 0xB1 : nil
        case 0x88: base.diaeresis
        case 0xA7: letter == UInt8(ascii: "c") ? 0xA7 : nil
        default: nil
        }
    }

    private static let bases: [(letter: UInt8, grave: UInt8?, acute: UInt8?, circumflex: UInt8?, diaeresis: UInt8?)] = [
        (UInt8(ascii: "a"), 0xA0, 0xA1, 0xA2, 0xA4), (UInt8(ascii: "e"), 0xA8, 0xA9, 0xAA, 0xAB),
        (UInt8(ascii: "i"), 0xAC, 0xAD, 0xAE, 0xAF), (UInt8(ascii: "o"), 0xB2, 0xB3, 0xB4, 0xB6),
        (UInt8(ascii: "u"), 0xB9, 0xBA, 0xBB, 0xBC), (UInt8(ascii: "n"), nil, nil, nil, nil),
        (UInt8(ascii: "c"), nil, nil, nil, nil),
    ]
}
