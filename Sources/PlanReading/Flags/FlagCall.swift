import MarkdownTree
import Plan
import SourceText

/// A call that names a flag in code: `setFlag('new_checkout', 25)`, `Feature.enabled?(:new_checkout)`.
///
/// A call speaks of flags when a word of its name does; what it sets is read only where another word says that it sets.
struct FlagCall: Sendable {
    let name: String
    let span: SourceSpan
    /// nil when the call only asks for the flag.
    let value: FlagAssignment.Value?
    let valueSpan: SourceSpan

    /// Every such call in a text, in order.
    static func all(in text: PlainText, _ vocabulary: Vocabulary) -> [FlagCall] {
        let utf8 = text.utf8
        var found: [FlagCall] = []
        var index = 0
        while index < utf8.count {
            guard isWordByte(utf8[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < utf8.count, isWordByte(utf8[end]) || utf8[end] == UInt8(ascii: ".") { end += 1 }
            if let argument = firstArgument(utf8, behind: end) {
                let kinds = vocabulary.classes(of: nameWords(String(decoding: utf8[index..<end], as: UTF8.self)))
                if kinds.intersects([.flag, .flagTool])
                    || kinds.contains(.flagCommand) && kinds.intersects([.flagState, .enable, .disable, .setVerb])
                {
                    let name = String(decoding: utf8[argument], as: UTF8.self)
                    if isFlagName(name), nameWords(name).count > 1 {
                        let setting =
                            kinds.intersects([.setVerb, .enable, .disable, .raise, .share, .percentKey])
                            ? setting(utf8, behind: argument.upperBound, kinds, vocabulary) : nil
                        found.append(
                            FlagCall(
                                name: name, span: text.span(argument), value: setting?.value,
                                valueSpan: text.span(setting?.range ?? argument)))
                    }
                }
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// The text or symbol that comes first behind `(`, or behind a space in Ruby.
    private static func firstArgument(_ utf8: [UInt8], behind end: Int) -> Range<Int>? {
        var index = end
        if index < utf8.count, utf8[index] == UInt8(ascii: "?") || utf8[index] == UInt8(ascii: "!") { index += 1 }
        guard index + 2 < utf8.count, utf8[index] == UInt8(ascii: "(") || utf8[index] == 0x20 else { return nil }
        let isCall = utf8[index] == UInt8(ascii: "(")
        index += 1
        let quote = utf8[index]
        let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`")
        guard isCall && isQuoted || quote == UInt8(ascii: ":") else { return nil }
        var last = index + 1
        while last < utf8.count, isNameByte(utf8[last]) { last += 1 }
        guard last > index + 1, !isQuoted || last < utf8.count && utf8[last] == quote else { return nil }
        return index + 1..<last
    }

    /// What the rest of the arguments sets: a share alone or under a key that says so, `true` or `false`.
    private static func setting(
        _ utf8: [UInt8], behind start: Int, _ kinds: WordClassSet, _ vocabulary: Vocabulary
    ) -> (value: FlagAssignment.Value, range: Range<Int>)? {
        let limit = min(utf8.count, start + 200)
        let end =
            utf8[start..<limit].firstIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ";") || $0 == 0x0a } ?? limit
        var key = kinds
        var index = start
        while index < end {
            guard isWordByte(utf8[index]) else {
                index += 1
                continue
            }
            var last = index
            while last < end, isWordByte(utf8[last]) || utf8[last] == UInt8(ascii: ".") { last += 1 }
            let word = String(decoding: utf8[index..<last], as: UTF8.self)
            if let number = Double(word) {
                if (0...100).contains(number), key.intersects([.share, .percentKey, .setVerb, .raise]) {
                    return (number == 0 ? .off : .percent(number), index..<last)
                }
            } else if word == "true" || word == "false" {
                return (word == "true" ? .on : .off, index..<last)
            } else {
                key = vocabulary.classes(of: nameWords(word))
            }
            index = last
        }
        return kinds.contains(.disable) ? (.off, start..<start) : kinds.contains(.enable) ? (.on, start..<start) : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_")
    }
}
