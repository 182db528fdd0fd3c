/// Cuts UTF-8 text into tokens in one pass.
struct Lexer {
    let utf8: [UInt8]
    private let numbers: NumberStyle
    private let table: WordTable
    private let letters = wordLetters
    private var position = 0
    private var tokens: [Token] = []
    private var lastEnd = -1

    init(utf8: [UInt8], numbers: NumberStyle, vocabulary: Vocabulary) {
        self.utf8 = utf8
        self.numbers = numbers
        table = vocabulary.table
        tokens.reserveCapacity(utf8.count / 4 + 1)
    }

    mutating func run() -> [Token] {
        while position < utf8.count {
            let byte = utf8[position]
            if byte == 0x20 || (byte >= 9 && byte <= 13) {
                position += 1
            } else if isDigit(byte) || beginsFraction(position) {
                scanNumber()
            } else if isWordByte(byte) {
                scanWord()
            } else {
                scanSign()
            }
        }
        return tokens
    }

    private mutating func emit(_ token: Token) {
        tokens.append(token)
        position = token.range.upperBound
        lastEnd = position
    }

    private mutating func emit(number: Double, to end: Int) {
        emit(Token(number: number, position..<end, glued: position == lastEnd))
    }

    private mutating func emit(sign: Sign, to end: Int) {
        emit(Token(sign: sign, position..<end, glued: position == lastEnd))
    }

    /// - Parameter hash: Of the letters, where they are ASCII.
    private mutating func emit(wordTo end: Int, _ hash: WordHash? = nil) {
        let range = position..<end
        let known = hash.map { table.meaning($0, of: utf8, range) } ?? table.meaning(of: utf8, range)
        var meaning = known ?? elided(range) ?? WordMeaning()
        if meaning.details.endsPhrase, let phrase = phrase(endingWith: range) {
            meaning.classes.formUnion(phrase.classes)
        }
        emit(Token(word: meaning, range, glued: position == lastEnd))
    }

    /// What `l'étape` and `n'augmente` mean: a French word behind the short one that it joins, which may refuse it.
    private func elided(_ range: Range<Int>) -> WordMeaning? {
        let start = range.lowerBound
        guard range.count > 3, utf8[start + 1] == UInt8(ascii: "'"),
            var meaning = table.meaning(of: utf8, start + 2..<range.upperBound)
        else { return nil }
        if utf8[start] | 0x20 == UInt8(ascii: "n") { meaning.classes.formUnion([.negation, .refusal]) }
        return meaning
    }

    /// What `roll back` and `roll-back` mean, where the second word is a phrase's last.
    private func phrase(endingWith range: Range<Int>) -> WordMeaning? {
        var before = tokens.count - 1
        if before > 0, tokens[before].isSign("-"), tokens[before].glued, range.lowerBound == lastEnd { before -= 1 }
        guard before >= 0, tokens[before].isWord else { return nil }
        return table.meaning(phrase: utf8, tokens[before].range, range)
    }

    // MARK: Words

    private mutating func scanWord() {
        let start = position
        let (asciiEnd, hash) = asciiWord(from: position)
        var end = asciiEnd
        while end < utf8.count {
            let byte = utf8[end]
            if byte < 0x80 {
                if isLetter(byte) || isDigit(byte) {
                    end += 1
                } else if byte == UInt8(ascii: "'"), end > start, let (length, isLetter) = letter(at: end + 1), isLetter
                {
                    // An apostrophe joins (`isn't`); `go-live` is two words.
                    end += 1 + length
                } else {
                    break
                }
            } else if let (length, isLetter) = letter(at: end), isLetter {
                end += length
            } else {
                break
            }
        }
        if end == start {
            scanSign()
            return
        }
        end = percentileEnd(start, end) ?? compoundUnitEnd(start, end) ?? end
        emit(wordTo: end, end == asciiEnd ? hash : nil)
    }

    /// Behind the ASCII letters and digits from an offset on, which are all of most words, and the hash of these.
    private func asciiWord(from start: Int) -> (end: Int, hash: WordHash) {
        unsafe utf8.withUnsafeBufferPointer { bytes in
            unsafe letters.withUnsafeBufferPointer { letters in
                var end = start
                var hash = WordHash()
                while end < bytes.count {
                    let letter = unsafe letters[Int(bytes[end])]
                    guard letter != 0 else { break }
                    hash.add(letter)
                    end += 1
                }
                return (end, hash)
            }
        }
    }

    /// `p99.9` is one word.
    private func percentileEnd(_ start: Int, _ end: Int) -> Int? {
        guard utf8[start] | 0x20 == UInt8(ascii: "p"), end > start + 1, digitRun(from: start + 1) == end - start - 1,
            matches(end, "."), digit(end + 1)
        else { return nil }
        let next = end + 1 + digitRun(from: end + 1)
        return matches(next, ".") && digit(next + 1) ? nil : next
    }

    /// Behind `2`, the `h` of `h30m` and of `h30` is a word of its own: `2h30m` and `2h30` are lengths of time.
    private func compoundUnitEnd(_ start: Int, _ end: Int) -> Int? {
        guard start == lastEnd, tokens.last?.number != nil, end - start <= 12,
            let first = (start..<end).first(where: { digit($0) })
        else { return nil }
        let rest = first + digitRun(from: first)
        func isTime(_ range: Range<Int>) -> Bool {
            table.meaning(of: utf8, range)?.details.unit.map { Unit.listed[$0].0.dimension == .time } ?? false
        }
        if rest == end {
            return first == start + 1 && rest == first + 2 && utf8[start] | 0x20 == UInt8(ascii: "h") ? first : nil
        }
        return rest < end && isTime(start..<first) && isTime(rest..<end) ? first : nil
    }

    // MARK: Numbers, dates, clock times

    private mutating func scanNumber() {
        if let (date, end) = date() {
            return emit(Token(date: date, position..<end, glued: position == lastEnd))
        }
        if let (minutes, end) = clock() {
            return emit(Token(clock: minutes, position..<end, glued: position == lastEnd))
        }
        if let end = plainIntegerEnd() {
            return emit(number: Double(integer(position, end - position)), to: end)
        }
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
                if let next = millionsEnd(from: end) {
                    digits += utf8[end..<next].filter { isDigit($0) }
                    end = next
                    continue
                }
                if isVersion(from: end) { return scanVersion() }
                if numbers != .decimalPoint, mayBeThousands(from: end) {
                    guard numbers == .decimalComma else { return scanVersion() }
                    end += 1
                    continue
                }
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
            } else if !hasFraction, let next = thousandsEnd(behindSpace: end, digits) {
                digits += utf8[next - 3..<next]
                end = next
            } else {
                break
            }
        }
        guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
            return emit(sign: "#", to: max(end, position + 1))
        }
        guard let (power, next) = exponent(at: end), let large = Double("\(number)e\(power)"), large.isFinite else {
            return emit(number: number, to: end)
        }
        emit(number: large, to: next)
    }

    /// Behind a run of digits that nothing follows which could belong to it, as most numbers are; nil for others.
    private func plainIntegerEnd() -> Int? {
        let run = digitRun(from: position)
        let end = position + run
        guard (1...15).contains(run) else { return nil }
        guard end < utf8.count else { return end }
        switch utf8[end] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "_"), 0x20: return digit(end + 1) ? nil : end
        case UInt8(ascii: "e"), UInt8(ascii: "E"), 0xC2, 0xE2: return nil
        default: return end
        }
    }

    /// `.1`, with nothing before its point that it could belong to.
    private func beginsFraction(_ index: Int) -> Bool {
        guard matches(index, "."), digit(index + 1) else { return false }
        guard index > 0 else { return true }
        let before = utf8[index - 1]
        switch before {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "("): return true
        default: return before <= 0x20
        }
    }

    /// The power of ten of `1e6`, and where it ends; nil where letters or digits follow that make it a name.
    private func exponent(at index: Int) -> (power: Int, end: Int)? {
        guard matches(index, "e") || matches(index, "E") else { return nil }
        let sign = matches(index + 1, "-") || matches(index + 1, "+") ? 1 : 0
        let run = digitRun(from: index + 1 + sign)
        let end = index + 1 + sign + run
        guard (1...3).contains(run), end >= utf8.count || letter(at: end)?.isLetter != true else { return nil }
        let power = integer(index + 1 + sign, run)
        return (matches(index + 1, "-") ? -power : power, end)
    }

    /// `1,2,3` is a list and no fraction.
    private func listFollows(_ index: Int) -> Bool { index < utf8.count && utf8[index] == UInt8(ascii: ",") }

    private func isVersion(from dot: Int) -> Bool {
        let run = digitRun(from: dot + 1)
        let next = dot + 1 + run
        return next < utf8.count && utf8[next] == UInt8(ascii: ".") && digit(next + 1)
    }

    /// `1.000.000`, as German and Spanish write a million, and where it ends: no version has two parts of three digits.
    private func millionsEnd(from dot: Int) -> Int? {
        let end = dot + 8
        guard dot - position <= 3, utf8[position] != UInt8(ascii: "0"), digitRun(from: dot + 1) == 3,
            matches(dot + 4, "."), digitRun(from: dot + 5) == 3, !(matches(end, ".") && digit(end + 1))
        else { return nil }
        return end
    }

    /// `1 500`, as French writes a thousand, and where the three digits behind the space end.
    ///
    /// A space that does not break says so by itself; any other may part two numbers, so that the document must write
    /// its fractions with a comma, and no stage or step may be counted there: `Étape 1 500 clients`.
    private func thousandsEnd(behindSpace end: Int, _ digits: [UInt8]) -> Int? {
        guard let first = digits.first, first != UInt8(ascii: "0"), end < utf8.count,
            digits.count <= 3 || end - position > digits.count
        else { return nil }
        let length: Int
        switch utf8[end] {
        case 0x20 where numbers != .decimalPoint && tokens.last?.isA(countedParts) != true: length = 1
        case 0xC2 where end + 1 < utf8.count && utf8[end + 1] == 0xA0: length = 2
        case 0xE2 where end + 2 < utf8.count && utf8[end + 1] == 0x80 && utf8[end + 2] == 0xAF: length = 3
        default: return nil
        }
        return digitRun(from: end + length) == 3 ? end + length + 3 : nil
    }

    /// `1.500`, but not `0.500`.
    private func mayBeThousands(from dot: Int) -> Bool {
        dot - position <= 3 && utf8[position] != UInt8(ascii: "0") && digitRun(from: dot + 1) == 3
    }

    /// `1.2.3` and `10.0.0.1` are no numbers.
    private mutating func scanVersion() {
        var end = position
        while end < utf8.count, isDigit(utf8[end]) || (utf8[end] == UInt8(ascii: ".") && digit(end + 1)) { end += 1 }
        emit(wordTo: end)
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
        guard run == 1 || run == 2, digitRun(from: position + run + 1) == 2 else { return nil }
        let end = position + run + 3
        // `1h30` is a length of time, `14h00` the time of a day as French writes it.
        let isFrench =
            run == 2 && matches(position + run, "h") && (end >= utf8.count || letter(at: end)?.isLetter != true)
        guard matches(position + run, ":") || isFrench else { return nil }
        let (hour, minute) = (integer(position, run), integer(position + run + 1, 2))
        guard hour <= 24, minute <= 59, !(matches(end, ":") && digit(end + 1)) else { return nil }
        guard let (isAfternoon, next) = halfOfDay(at: end), (1...12).contains(hour) else {
            return (hour * 60 + minute, end)
        }
        return ((hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute, next)
    }

    /// `PM` behind a clock time, and where it ends.
    private func halfOfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        let start = matches(index, " ") ? index + 1 : index
        guard start + 1 < utf8.count, utf8[start + 1] | 0x20 == UInt8(ascii: "m"),
            start + 2 >= utf8.count || !isDigit(utf8[start + 2]) && letter(at: start + 2)?.isLetter != true
        else { return nil }
        switch utf8[start] | 0x20 {
        case UInt8(ascii: "a"): return (false, start + 2)
        case UInt8(ascii: "p"): return (true, start + 2)
        default: return nil
        }
    }

    // MARK: Signs

    private mutating func scanSign() {
        let byte = utf8[position]
        if position + 1 < utf8.count {
            let next = utf8[position + 1]
            switch (byte, next) {
            case (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: ">"), UInt8(ascii: "=")),
                (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: "="), UInt8(ascii: ">")),
                (UInt8(ascii: "-"), UInt8(ascii: "-")), (UInt8(ascii: "="), UInt8(ascii: "=")):
                return emit(sign: Sign(pair: byte, next), to: position + 2)
            default: break
            }
        }
        let (value, length) = scalar(at: position)
        emit(sign: Sign(rawValue: value), to: min(utf8.count, position + length))
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

    private func matches(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
        index < utf8.count && UInt32(utf8[index]) == sign.value
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return letter(at: position)?.isLetter == true }
        return isLetter(byte)
    }

    /// ASCII letters, and `_`, which names are joined with.
    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") }

    /// The scalar at an offset and its length in bytes; a byte that begins none stands for itself.
    private func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let byte = utf8[index]
        guard byte >= 0xC0 else { return (UInt32(byte), 1) }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + length <= utf8.count else { return (0xFFFD, 1) }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for place in 1..<length { value = value << 6 | UInt32(utf8[index + place] & 0x3F) }
        return (value, length)
    }

    /// Byte length of the scalar at an offset and whether it is a letter (or a mark that belongs to one).
    private func letter(at index: Int) -> (length: Int, isLetter: Bool)? {
        guard index < utf8.count else { return nil }
        let byte = utf8[index]
        if byte < 0x80 { return (1, isLetter(byte)) }
        let (value, length) = scalar(at: index)
        // Latin-1, where `×` and `÷` are the only signs among the letters.
        if value >= 0xC0, value < 0x100 { return (length, value != 0xD7 && value != 0xF7) }
        guard let properties = Unicode.Scalar(value)?.properties else { return (length, false) }
        return (
            length,
            properties.isAlphabetic || properties.generalCategory == .nonspacingMark && value < 0xfe00
        )
    }
}

/// For each byte the small letter, the digit or the `_` of a word that it is; 0 for others.
private let wordLetters: [UInt8] = (0...UInt8.max).map { byte in
    let small = WordFolding.lowered(byte)
    return small &- 0x61 < 26 || small &- 0x30 < 10 || small == UInt8(ascii: "_") ? small : 0
}

/// What a plan counts: the number behind such a word stands by itself.
private let countedParts = WordClassSet.planStages.union(.calendarUnits).union([.step, .level])
