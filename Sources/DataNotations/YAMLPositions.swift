/// Turns the line and column of libyaml into a byte offset.
///
/// libyaml counts columns in Unicode scalars and ends a line at `\n`, `\r`, `\r\n`, U+0085, U+2028 and U+2029, which is
/// more than a Markdown line has. Looking a place up takes constant time, also in a line of a megabyte.
struct YAMLPositions {
    private let bytes: [UInt8]
    /// For each line, how many scalars stand before it.
    private var lineStarts = [0]
    /// The byte offset of every 64th scalar.
    private var marks: [Int] = []
    private static let stride = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scalars = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { marks.append(offset) }
            scalars += 1
            if endsLine(offset) { lineStarts.append(scalars) }
        }
        if marks.isEmpty { marks = [0] }
    }

    private func endsLine(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0x0A: true
        case 0x0D: offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A
        case 0xC2: bytes[offset...].starts(with: [0xC2, 0x85])
        case 0xE2:
            bytes[offset...].starts(with: [0xE2, 0x80, 0xA8]) || bytes[offset...].starts(with: [0xE2, 0x80, 0xA9])
        default: false
        }
    }

    /// The byte offset of a place, both counted from 1; the end of the text for a place beyond it.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1, line <= lineStarts.count else { return bytes.count }
        return offset(scalar: lineStarts[line - 1] + max(0, column - 1))
    }

    /// The byte offset at which a line starts.
    func lineStart(_ line: Int) -> Int { offset(line: line, column: 1) }

    private func offset(scalar: Int) -> Int {
        guard scalar / Self.stride < marks.count else { return bytes.count }
        var offset = marks[scalar / Self.stride]
        var left = scalar % Self.stride
        while offset < bytes.count, left > 0 {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
