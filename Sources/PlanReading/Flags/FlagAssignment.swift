import DataNotations
import MarkdownTree
import Plan
import SourceText

/// `ENABLE_SEARCH=true`, `export ROLLOUT_PCT=10`, `new_search: false`: a flag set in an environment file, a command or a code span.
struct FlagAssignment: Sendable {
    enum Value: Sendable, Equatable {
        case on, off
        /// 0 to 100.
        case percent(Double)

        fileprivate var isSwitch: Bool { self == .on || self == .off }
    }
    let name: String
    let value: Value
    /// Whether the name or the text around makes it a flag; else it is one when another place says so.
    let isSure: Bool
    /// Whether it turns something on or off that not every program has.
    let isSwitch: Bool
    /// Whether nothing stands beside it that it could be a part of: no program, no statement of a database.
    var standsAlone: Bool
    /// Whether it is off as a share of 0.
    var isZero: Bool { value == .off && span.file.bytes[valueSpan.range].first == UInt8(ascii: "0") }
    let span: SourceSpan
    let valueSpan: SourceSpan

    /// Whether a sign of assignments stands in a text.
    static func mayStand(in text: PlainText, calledFlags: Bool = true) -> Bool {
        text.utf8.holds(UInt8(ascii: "=")) || calledFlags && text.utf8.holds(UInt8(ascii: ":"))
    }

    /// Every assignment of a flag in a text, in order.
    ///
    /// A name is a flag's when one of its words says so (`ENABLE_…`, `…_FEATURE`, `…_ROLLOUT_PCT`) and none says that it is
    /// a setting of every program (`METRICS_ENABLED`, `CACHE_PCT`); another variable only shares its name with a flag.
    ///
    /// - Parameter calledFlags: the text around speaks of flags, so that any name may be one, and `name: true` sets it.
    static func all(in text: PlainText, calledFlags: Bool, _ vocabulary: Vocabulary) -> [FlagAssignment] {
        let utf8 = text.utf8
        guard mayStand(in: text, calledFlags: calledFlags) else { return [] }
        var found: [FlagAssignment] = []
        var index = 0
        while index < utf8.count {
            guard isNameStart(utf8[index]), index == 0 || !belongsToName(utf8[index - 1]) else {
                index += 1
                continue
            }
            var end = index
            while end < utf8.count, isNameByte(utf8[end]) { end += 1 }
            if let value = value(in: utf8, at: end, allowingColon: calledFlags) {
                if let set = FlagAssignment(index..<end, value, in: text, calledFlags: calledFlags, vocabulary) {
                    found.append(set)
                }
                end = value.upperBound
            }
            index = max(end, index + 1)
        }
        return found
    }

    private init?(
        _ range: Range<Int>, _ value: Range<Int>, in text: PlainText, calledFlags: Bool, _ vocabulary: Vocabulary
    ) {
        let kinds = vocabulary.classes(ofName: range, in: text.utf8)
        let name = String(decoding: text.utf8[range], as: UTF8.self)
        guard let meaning = FlagAssignment.meaning(of: String(decoding: text.utf8[value], as: UTF8.self), for: kinds),
            nameWords(name).count > 1
        else { return nil }
        let isPlain = kinds.contains(.plainSetting)
        self.init(
            name: name, value: meaning, isSure: !isPlain && (calledFlags || kinds.contains(.flagName)),
            isSwitch: !isPlain && meaning.isSwitch,
            standsAlone: FlagAssignment.standsAlone(range.lowerBound..<value.upperBound, in: text.utf8),
            span: text.span(range), valueSpan: text.span(value))
    }

    /// The word behind `=`, or behind `: ` where that counts; quotes are left out.
    private static func value(in utf8: [UInt8], at end: Int, allowingColon: Bool) -> Range<Int>? {
        guard end < utf8.count else { return nil }
        var start = end
        if utf8[start] == UInt8(ascii: "=") {
            start += 1
        } else if allowingColon, utf8[start] == UInt8(ascii: ":") {
            start += 1
            while start < utf8.count, utf8[start] == UInt8(ascii: " ") { start += 1 }
        } else {
            return nil
        }
        if start < utf8.count, utf8[start] == UInt8(ascii: "\"") || utf8[start] == UInt8(ascii: "'") { start += 1 }
        var last = start
        while last < utf8.count, isNameByte(utf8[last]) || utf8[last] == UInt8(ascii: ".") { last += 1 }
        return last > start ? start..<last : nil
    }

    /// What a variable of an environment says of a flag; nil when it sets none.
    init?(name: String, at span: SourceSpan, _ value: DataValue, _ vocabulary: Vocabulary) {
        let kinds = vocabulary.classes(ofName: name)
        guard let text = value.written, let meaning = FlagAssignment.meaning(of: text, for: kinds),
            nameWords(name).count > 1
        else { return nil }
        let isPlain = kinds.contains(.plainSetting)
        self.init(
            name: name, value: meaning, isSure: kinds.contains(.flagName) && !isPlain,
            isSwitch: !isPlain && meaning.isSwitch,
            standsAlone: FlagAssignment.standsAlone(
                span.range.lowerBound..<value.span.range.upperBound, in: span.file.bytes), span: span,
            valueSpan: value.span.withoutQuotes)
    }

    private init(
        name: String, value: Value, isSure: Bool, isSwitch: Bool, standsAlone: Bool, span: SourceSpan,
        valueSpan: SourceSpan
    ) {
        self.name = name
        self.value = value
        self.isSure = isSure
        self.isSwitch = isSwitch
        self.standsAlone = standsAlone
        self.span = span
        self.valueSpan = valueSpan
    }

    /// What a value says of a flag; nil when it says something else.
    static func meaning(of value: String, for kinds: WordClassSet) -> Value? {
        switch value.lowercased() {
        case "true", "on", "yes", "enabled": return .on
        case "false", "off", "no", "disabled": return .off
        default:
            let digits = value.hasSuffix("%") ? value.dropLast() : value[...]
            guard kinds.contains(.shareName), let number = Double(digits), (0...100).contains(number) else {
                return nil
            }
            return number == 0 ? .off : .percent(number)
        }
    }

    /// Whether an assignment is all that its line says, but for `export` before it and a comment or an arrow behind it.
    private static func standsAlone(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
        var start = range.lowerBound
        // No longer than `export` and an indentation need.
        let limit = max(0, start - 40)
        while start > limit, utf8[start - 1] != 0x0a { start -= 1 }
        guard start == 0 || utf8[start - 1] == 0x0a else { return false }
        let before = utf8[start..<range.lowerBound].split(separator: 0x20)
        guard before.allSatisfy({ ["export", "set", "env", "ENV", "-"].contains(String(decoding: $0, as: UTF8.self)) })
        else { return false }
        var end = range.upperBound
        while end < utf8.count, isBlankOrQuote(utf8[end]) { end += 1 }
        return end == utf8.count || endsStatement(utf8[end])
    }

    private static func isBlankOrQuote(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    /// The end of the line, a comment, or a sign that is no letter of a value: a dash or an arrow.
    private static func endsStatement(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0a, 0x0d, UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x80...: true
        default: false
        }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == UInt8(ascii: "_")
    }
    /// Whether a name that follows is a part of something else: `$NAME`, `--name`.
    private static func belongsToName(_ byte: UInt8) -> Bool {
        isNameByte(byte) || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "-")
    }
    private static func isNameByte(_ byte: UInt8) -> Bool { isNameStart(byte) || (0x30...0x39).contains(byte) }
}
