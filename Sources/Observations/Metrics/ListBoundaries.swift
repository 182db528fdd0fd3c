/// Finds the elements of a JSON list without keeping more than one of them.
struct ListBoundaries {
    struct Fault: Error {
        let message: String
        /// In the bytes that were looked at.
        let offset: Int
    }

    private enum State { case start, beforeFirst, beforeElement, inElement, behindElement, behindList }

    private var state = State.start
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// What is missing when the file ends here; nil when nothing is.
    var faultAtEnd: Fault? {
        switch state {
        case .start, .behindList: nil
        default: Fault(message: "the list is never closed", offset: 0)
        }
    }

    /// The end of the last whole element; what stands between elements becomes spaces.
    mutating func lastEnd(in bytes: inout [UInt8], from seen: Int, to end: Int) throws(Fault) -> Int? {
        var last: Int?
        // Columns are counted from the start of a line, so a block had better start there.
        var lastLine: Int?
        for offset in seen..<end {
            let byte = bytes[offset]
            if state == .inElement {
                if isInElement(byte) { continue }
                state = .behindElement
            }
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                last = offset + 1
                if byte == 0x0A { lastLine = last }
            } else if try isStructure(byte, at: offset) {
                bytes[offset] = 0x20
                last = offset + 1
            }
        }
        return lastLine ?? last
    }

    /// Whether a byte belongs to the element that is open.
    private mutating func isInElement(_ byte: UInt8) -> Bool {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return true
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard depth > 0 else { return false }
            depth -= 1
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09: return depth > 0
        default: break
        }
        return true
    }

    private mutating func isStructure(_ byte: UInt8, at offset: Int) throws(Fault) -> Bool {
        switch (state, byte) {
        case (.start, UInt8(ascii: "[")): state = .beforeFirst
        case (.beforeFirst, UInt8(ascii: "]")), (.behindElement, UInt8(ascii: "]")): state = .behindList
        case (.behindElement, UInt8(ascii: ",")): state = .beforeElement
        case (.start, _): throw Fault(message: "expected a list of samples in brackets", offset: offset)
        case (.behindElement, _):
            throw Fault(message: "expected ',' or ']' behind an element of the list", offset: offset)
        case (.behindList, _): throw Fault(message: "expected nothing behind the list", offset: offset)
        case (.beforeElement, UInt8(ascii: ",")), (.beforeFirst, UInt8(ascii: ",")),
            (.beforeElement, UInt8(ascii: "]")):
            throw Fault(message: "expected an element of the list", offset: offset)
        default:
            state = .inElement
            _ = isInElement(byte)
            return false
        }
        return true
    }
}
