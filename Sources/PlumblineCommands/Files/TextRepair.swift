/// Bytes that are no UTF-8, read as Windows-1252 one by one; valid sequences stay as they are.
///
/// - Returns: valid UTF-8, and the offset in it of the first byte that was repaired.
func repairedUTF8(_ bytes: [UInt8]) -> (text: [UInt8], firstRepair: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var firstRepair: Int?
    var index = 0
    while index < bytes.count {
        let end = validEnd(bytes, from: index)
        text += bytes[index..<end]
        guard end < bytes.count else { break }
        firstRepair = firstRepair ?? text.count
        text.append(contentsOf: String(windows1252(bytes[end])).utf8)
        index = end + 1
    }
    return (text, firstRepair ?? 0)
}

/// Where the valid UTF-8 ends that begins at an offset.
private func validEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, case let length = sequenceLength(bytes, at: end), length > 0 { end += length }
    return end
}

/// Length of the valid UTF-8 sequence at an offset, 0 when there is none (RFC 3629, section 4).
private func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
        index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0x00...0x7f: return 1
    case 0xc2...0xdf: return continues(1) ? 2 : 0
    case 0xe0: return continues(1, 0xa0...0xbf) && continues(2) ? 3 : 0
    case 0xed: return continues(1, 0x80...0x9f) && continues(2) ? 3 : 0
    case 0xe1...0xef: return continues(1) && continues(2) ? 3 : 0
    case 0xf0: return continues(1, 0x90...0xbf) && continues(2) && continues(3) ? 4 : 0
    case 0xf1...0xf3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xf4: return continues(1, 0x80...0x8f) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
}

/// The WHATWG table of windows-1252: Latin-1 but for 0x80 to 0x9f.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9f).contains(byte) else { return Unicode.Scalar(byte) }
    let table: [UInt32] = [
        0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
        0x017d,
        0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153,
        0x9d,
        0x017e, 0x0178,
    ]
    return Unicode.Scalar(table[Int(byte - 0x80)]) ?? "\u{FFFD}"
}
