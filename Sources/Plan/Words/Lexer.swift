/// Cuts UTF-8 text into tokens in one pass.
struct Lexer {
    let utf8: [UInt8]
    private var position = 0
    private var tokens: [Token] = []
    private var lastEnd = -1

    init(utf8: [UInt8]) {
        self.utf8 = utf8
        tokens.reserveCapacity(utf8.count / 5)
    }

    mutating func run() -> [Token] {
        while position < utf8.count {
            let byte = utf8[position]
            if byte == 0x20 || (byte >= 9 && byte <= 13) {
                position += 1
            } else if isDigit(byte) {
                scanNumber()
            } else if isWordByte(byte) {
                scanWord()
            } else {
                scanSign()
            }
        }
        return tokens
    }

    private mutating func emit(_ kind: Token.Kind, to end: Int) {
        tokens.append(Token(kind: kind, range: position..<end, glued: position == lastEnd))
        position = end
        lastEnd = end
    }

    // MARK: Words

    private mutating func scanWord() {
        let start = position
        var end = position
        while end < utf8.count {
            if let (length, isLetter) = letter(at: end), isLetter {
                end += length
            } else if isDigit(utf8[end]) || utf8[end] == UInt8(ascii: "_") {
                end += 1
            } else if utf8[end] == UInt8(ascii: "'") || utf8[end] == UInt8(ascii: "-"), end > start,
                end + 1 < utf8.count,
                let (length, isLetter) = letter(at: end + 1), isLetter, utf8[end] == UInt8(ascii: "'") || length == 1
            {
                // `go-live` stays together only as two words; an apostrophe (`isn't`) joins.
                if utf8[end] == UInt8(ascii: "-") { break }
                end += 1 + length
            } else {
                break
            }
        }
        if end == start {
            scanSign()
            return
        }
        end = percentileEnd(start, end) ?? compoundUnitEnd(start, end) ?? end
        emit(.word(String(decoding: utf8[start..<end], as: UTF8.self).lowercased()), to: end)
    }

    /// `p99.9` is one word.
    private func percentileEnd(_ start: Int, _ end: Int) -> Int? {
        guard utf8[start] | 0x20 == UInt8(ascii: "p"), end > start + 1, digitRun(from: start + 1) == end - start - 1,
            matches(end, "."), digit(end + 1)
        else { return nil }
        let next = end + 1 + digitRun(from: end + 1)
        return matches(next, ".") && digit(next + 1) ? nil : next
    }

    /// Behind `2`, the `h` of `h30m` is a word of its own: `2h30m` is a length of time.
    private func compoundUnitEnd(_ start: Int, _ end: Int) -> Int? {
        guard start == lastEnd, tokens.last?.number != nil, end - start <= 12,
            let first = (start..<end).first(where: { digit($0) })
        else { return nil }
        let rest = first + digitRun(from: first)
        func isTime(_ range: Range<Int>) -> Bool {
            Unit.named(String(decoding: utf8[range], as: UTF8.self).lowercased())?.dimension == .time
        }
        return rest < end && isTime(start..<first) && isTime(rest..<end) ? first : nil
    }

    // MARK: Numbers, dates, clock times

    private mutating func scanNumber() {
        if let (date, end) = date() { return emit(.date(date), to: end) }
        if let (minutes, end) = clock() { return emit(.clock(minutes), to: end) }
        var end = position
        var digits: [UInt8] = []
        var hasFraction = false
        while end < utf8.count {
            let byte = utf8[end]
            if isDigit(byte) {
                digits.append(byte)
                end += 1
            } else if byte == UInt8(ascii: "_"), digit(end + 1), digit(end - 1) {
                end += 1
            } else if byte == UInt8(ascii: "."), digit(end + 1), !hasFraction {
                if isVersion(from: end) { return scanVersion() }
                hasFraction = true
                digits.append(byte)
                end += 1
            } else if byte == UInt8(ascii: ","), digit(end + 1), !hasFraction {
                // Three digits behind a comma are thousands, one or two a fraction as German and French write it.
                let run = digitRun(from: end + 1)
                if run == 3 {
                    end += 1
                } else if run <= 2, !listFollows(end + 1 + run) {
                    hasFraction = true
                    digits.append(UInt8(ascii: "."))
                    end += 1
                } else {
                    break
                }
            } else {
                break
            }
        }
        guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
            return emit(.sign("#"), to: max(end, position + 1))
        }
        emit(.number(number), to: end)
    }

    /// `1,2,3` is a list and no fraction.
    private func listFollows(_ index: Int) -> Bool { index < utf8.count && utf8[index] == UInt8(ascii: ",") }

    private func isVersion(from dot: Int) -> Bool {
        let run = digitRun(from: dot + 1)
        let next = dot + 1 + run
        return next < utf8.count && utf8[next] == UInt8(ascii: ".") && digit(next + 1)
    }

    /// `1.2.3` and `10.0.0.1` are no numbers.
    private mutating func scanVersion() {
        var end = position
        while end < utf8.count, isDigit(utf8[end]) || (utf8[end] == UInt8(ascii: ".") && digit(end + 1)) { end += 1 }
        emit(.word(String(decoding: utf8[position..<end], as: UTF8.self)), to: end)
    }

    private func date() -> (CivilDate, Int)? {
        let run = digitRun(from: position)
        if run == 4, matches(position + 4, "-"), digitRun(from: position + 5) == 2, matches(position + 7, "-"),
            digitRun(from: position + 8) == 2,
            let date = CivilDate(
                year: integer(position, 4), month: integer(position + 5, 2), day: integer(position + 8, 2))
        {
            return (date, position + 10)
        }
        // German: 10.01.2026, 1.2.2026
        guard run <= 2, matches(position + run, ".") else { return nil }
        let monthStart = position + run + 1
        let monthRun = digitRun(from: monthStart)
        guard monthRun == 1 || monthRun == 2, matches(monthStart + monthRun, ".") else { return nil }
        let yearStart = monthStart + monthRun + 1
        guard digitRun(from: yearStart) == 4,
            let date = CivilDate(
                year: integer(yearStart, 4), month: integer(monthStart, monthRun), day: integer(position, run))
        else { return nil }
        return (date, yearStart + 4)
    }

    private func clock() -> (Int, Int)? {
        let run = digitRun(from: position)
        guard run == 1 || run == 2, matches(position + run, ":"), digitRun(from: position + run + 1) == 2 else {
            return nil
        }
        let (hour, minute) = (integer(position, run), integer(position + run + 1, 2))
        guard hour <= 24, minute <= 59, !(matches(position + run + 3, ":") && digit(position + run + 4)) else {
            return nil
        }
        return (hour * 60 + minute, position + run + 3)
    }

    // MARK: Signs

    private mutating func scanSign() {
        for pair in ["<=", ">=", "->", "=>", "--", "=="] where matches(position, pair) {
            return emit(.sign(pair), to: position + 2)
        }
        let length = scalarLength(utf8[position])
        let end = min(utf8.count, position + length)
        emit(.sign(String(decoding: utf8[position..<end], as: UTF8.self)), to: end)
    }

    // MARK: Bytes

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func digit(_ index: Int) -> Bool { index >= 0 && index < utf8.count && isDigit(utf8[index]) }

    private func digitRun(from index: Int) -> Int {
        var end = index
        while digit(end) { end += 1 }
        return end - index
    }

    private func integer(_ start: Int, _ length: Int) -> Int {
        utf8[start..<min(start + length, utf8.count)].reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
    }

    private func matches(_ index: Int, _ text: String) -> Bool {
        var index = index
        for byte in text.utf8 {
            guard index < utf8.count, utf8[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return letter(at: position)?.isLetter == true }
        return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte == UInt8(ascii: "_")
    }

    private func scalarLength(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    }

    /// Byte length of the scalar at an offset and whether it is a letter (or a mark that belongs to one).
    private func letter(at index: Int) -> (length: Int, isLetter: Bool)? {
        guard index < utf8.count else { return nil }
        let byte = utf8[index]
        if byte < 0x80 { return (1, byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte == UInt8(ascii: "_")) }
        let length = scalarLength(byte)
        guard index + length <= utf8.count,
            let scalar = String(decoding: utf8[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return (1, false) }
        return (
            length,
            scalar.properties.isAlphabetic
                || scalar.properties.generalCategory == .nonspacingMark && scalar.value < 0xfe00
        )
    }
}
