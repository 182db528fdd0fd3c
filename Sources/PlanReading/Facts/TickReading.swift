import MarkdownTree
import Plan
import SourceText

extension MarkdownNode {
    /// What the first comment of a list item that speaks of its tick says; nil when none does.
    ///
    /// A comment does when it begins with one of the keys: `<!-- by: Marit at: 2026-11-24T09:30Z evidence: run 7 -->`.
    var tickNote: TickNote? {
        for child in children {
            switch child.kind {
            case .htmlBlock:
                if let note = child.literal.flatMap(readTickNote) { return note }
            case .paragraph:
                for inline in child.descendants where inline.kind == .htmlInline {
                    if let note = inline.literal.flatMap(readTickNote) { return note }
                }
            default: break
            }
        }
        return nil
    }
}

private enum TickKey: String, CaseIterable {
    case by, at, evidence
}

/// A value with its place in the comment.
private struct TickValue {
    let text: String
    let range: Range<Int>
}

private func readTickNote(_ content: PlainText) -> TickNote? {
    let bytes = content.utf8
    guard let open = bytes.firstRange(of: "<!--".utf8)?.upperBound,
        let close = bytes[open...].firstRange(of: "-->".utf8)?.lowerBound
    else { return nil }
    var scanner = TickScanner(bytes: bytes, index: open, end: close)
    guard scanner.key() != nil else { return nil }
    var values: [TickKey: TickValue] = [:]
    var fault: (message: String, range: Range<Int>)?
    func complain(_ message: String, _ range: Range<Int>) { if fault == nil { fault = (message, range) } }
    var saysWhen = false
    while let (key, place) = scanner.key() {
        scanner.index = place.upperBound
        if key == .at { saysWhen = true }
        do throws(TickFault) {
            let value = try scanner.value(of: key)
            if value.text.isEmpty { complain("'\(key.rawValue):' says nothing", place) }
            if values[key] != nil { complain("'\(key.rawValue):' stands here twice", place) }
            values[key] = value.text.isEmpty ? nil : value
        } catch {
            complain(error.message, error.range)
            saysWhen = saysWhen || scanner.hasTime
            break
        }
    }
    var time: TickTime?
    if let at = values[.at] {
        time = TickTime(at.text)
        if time == nil { complain("'\(at.text.prefix(40))' is no time such as 2026-11-24T09:30", at.range) }
    }
    return TickNote(
        by: values[.by]?.text, at: time, evidence: values[.evidence]?.text,
        isTimeUnreadable: saysWhen && time == nil,
        fault: fault.map { Claim($0.message, at: content.span($0.range), .prose) },
        span: content.span(open - 4..<close + 3))
}

private struct TickFault: Error {
    let message: String
    let range: Range<Int>
}

/// Steps over keys and values.
private struct TickScanner {
    let bytes: [UInt8]
    var index: Int
    let end: Int

    /// The key that comes next, and its place with the colon.
    mutating func key() -> (TickKey, Range<Int>)? {
        skipSpace()
        return key(at: index)
    }

    /// Whether a time is said further on.
    var hasTime: Bool {
        (index..<max(index, end)).contains { place in
            (place == 0 || !bytes[place - 1].isASCIILetter) && key(at: place)?.0 == .at
        }
    }

    /// A value in quotes, or up to the next key.
    mutating func value(of key: TickKey) throws(TickFault) -> TickValue {
        skipSpace()
        if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
            return try quoted()
        }
        let start = index
        var last = index
        while index < end {
            let word = index
            if self.key(at: word) != nil { break }
            while index < end, !bytes[index].isSpace { index += 1 }
            let isKey = bytes[index - 1] == UInt8(ascii: ":") && bytes[word..<index - 1].allSatisfy(\.isASCIILetter)
            // In evidence anything may stand; a name or a time with a word and a colon behind it is a misspelt key.
            if isKey, index - word > 1, word > start, key != .evidence {
                let name = String(decoding: bytes[word..<index], as: UTF8.self)
                throw TickFault(message: "'\(name)' is none of by:, at: and evidence:", range: word..<index)
            }
            last = index
            skipSpace()
        }
        while last > start, bytes[last - 1] == UInt8(ascii: ",") || bytes[last - 1] == UInt8(ascii: ";") { last -= 1 }
        return TickValue(text: String(decoding: bytes[start..<last], as: UTF8.self), range: start..<last)
    }

    private mutating func quoted() throws(TickFault) -> TickValue {
        let open = index
        guard let close = bytes[open + 1..<end].firstIndex(of: bytes[open]) else {
            throw TickFault(message: "the quotes that begin here do not end", range: open..<end)
        }
        index = close + 1
        if index < end, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";") { index += 1 }
        skipSpace()
        guard index == end || key(at: index) != nil else {
            throw TickFault(message: "behind the quotes none of by:, at: and evidence: comes", range: close + 1..<end)
        }
        return TickValue(
            text: String(decoding: bytes[open + 1..<close], as: UTF8.self).trimmed, range: open + 1..<close)
    }

    private func key(at start: Int) -> (TickKey, Range<Int>)? {
        for key in TickKey.allCases {
            let length = key.rawValue.utf8.count
            guard start + length < end, bytes[start + length] == UInt8(ascii: ":"),
                zip(bytes[start..<start + length], key.rawValue.utf8).allSatisfy({ $0 | 0x20 == $1 })
            else { continue }
            return (key, start..<start + length + 1)
        }
        return nil
    }

    private mutating func skipSpace() {
        while index < end, bytes[index].isSpace { index += 1 }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
    fileprivate var isASCIILetter: Bool { (0x61...0x7a).contains(self | 0x20) }
}
