import DataNotations
import MarkdownTree
import Plan
import SourceText

/// A command that sets a flag: `flagctl set new_checkout 25%`, `gatectl feature set new-router --share 5`.
///
/// A command speaks of flags when its program is a tool for flags or is called like one, or when one of its words is
/// `flag`, `feature` or `toggle` alone; `feature/new-press` is a branch, and `npm run feature-tests` a test.
struct FlagCommand: Sendable {
    let name: String
    let span: SourceSpan
    /// nil when the command only asks about the flag.
    let value: FlagAssignment.Value?
    let valueSpan: SourceSpan
    /// Whether a word of the command speaks of flags; else it only turns a name on or off: `prodset night_runs off`.
    let isSure: Bool

    /// Every such command in a text, in order.
    static func all(in text: PlainText, _ vocabulary: Vocabulary) -> [FlagCommand] {
        ShellCommands(text.utf8).commands.compactMap { words in
            var reader = FlagCommandReader(text: text, words: words, vocabulary: vocabulary)
            return reader.read()
        }
    }
}

private struct FlagCommandReader {
    let text: PlainText
    let words: [Range<Int>]
    let vocabulary: Vocabulary

    private var name: Range<Int>?
    private var value: FlagAssignment.Value?
    private var valueRange: Range<Int>?
    private var sets = false
    private var asks = false

    init(text: PlainText, words: [Range<Int>], vocabulary: Vocabulary) {
        self.text = text
        self.words = words
        self.vocabulary = vocabulary
    }

    mutating func read() -> FlagCommand? {
        guard let start = flagWord() else { return addedVariable() ?? turnedName() }
        var index = start.words
        if let inside = start.name { name = inside }
        while index < words.count { index = step(index) }
        guard let name, !asks || value != nil, value != nil || sets else { return nil }
        let spelled = string(name)
        guard isFlagName(spelled), nameWords(spelled).count > 1 || value != nil else { return nil }
        return FlagCommand(
            name: spelled, span: text.span(name), value: value, valueSpan: text.span(valueRange ?? name), isSure: true)
    }

    /// `prodset night_runs off`, `gatectl ramp night_runs 5`: a command of few words that ends with a name that is no word,
    /// and how it is turned.
    private func turnedName() -> FlagCommand? {
        guard (3...5).contains(words.count), let last = words.last else { return nil }
        let range = words[words.count - 2]
        guard text.utf8.holds(UInt8(ascii: "_"), in: range) else { return nil }
        let turn = meaning(last)
        let isRaised = meaning(words[words.count - 3]).intersects([.raise, .share])
        let share = isRaised ? share(string(last)) : nil
        guard turn.intersects([.switchOn, .switchOff]) || share != nil, !words.contains(where: isOption),
            !nameMeaning(range).contains(.plainSetting)
        else { return nil }
        let name = string(range)
        guard isFlagName(name) else { return nil }
        return FlagCommand(
            name: name, span: text.span(range),
            value: share.map { $0 == 0 ? .off : .percent($0) } ?? (turn.contains(.switchOff) ? .off : .on),
            valueSpan: text.span(last), isSure: false)
    }

    /// `vercel env add NEXT_PUBLIC_NEW_FOOTER_PCT 10`
    private func addedVariable() -> FlagCommand? {
        for (index, range) in words.enumerated().prefix(8) where index > 1 && index + 1 < words.count {
            guard text.utf8.holds(UInt8(ascii: "_"), in: range), meaning(words[index - 1]).contains(.setVerb) else {
                continue
            }
            let name = string(range)
            let kinds = nameMeaning(range)
            guard name.isVariableName, kinds.contains(.flagName), !kinds.contains(.plainSetting),
                let value = FlagAssignment.meaning(of: string(words[index + 1]), for: kinds)
            else { continue }
            return FlagCommand(
                name: name, span: text.span(range), value: value, valueSpan: text.span(words[index + 1]), isSure: true)
        }
        return nil
    }

    // MARK: Whether it is about flags

    /// Where the words behind the one that speaks of flags begin, and the name where that word holds it.
    private func flagWord() -> (words: Int, name: Range<Int>?)? {
        var isProgram = true
        for (index, range) in words.enumerated().prefix(12) {
            guard !isOption(range), text.utf8[range.lowerBound] != UInt8(ascii: "$"),
                !text.utf8.holds(UInt8(ascii: "="), in: range)
            else { continue }
            if let name = pathName(range) { return (index + 1, name) }
            let meaning = meaning(range)
            if meaning.contains(.flagCommand) || isProgram && isFlagProgram(range) { return (index + 1, nil) }
            isProgram = isProgram && meaning.contains(.programLead)
        }
        return nil
    }

    /// `flagctl`, `tillflags`, `set-flag.sh`.
    private func isFlagProgram(_ word: Range<Int>) -> Bool {
        let file = fileName(word)
        return spells("flag", from: file.lowerBound, in: file) || spells("flag", from: file.upperBound - 4, in: file)
            || spells("flags", from: file.upperBound - 5, in: file)
            || nameMeaning(file).intersects([.flagTool, .flag])
    }

    /// The last part of a path that is not empty; the word itself where all are.
    private func fileName(_ word: Range<Int>) -> Range<Int> {
        let slash = UInt8(ascii: "/")
        guard let last = text.utf8[word].lastIndex(where: { $0 != slash }) else { return word }
        let before = text.utf8[word.lowerBound..<last].lastIndex(of: slash)
        return (before.map { $0 + 1 } ?? word.lowerBound)..<last + 1
    }

    /// Whether a part of the text is this word in any letters, given in small ones.
    private func spells(_ word: StaticString, from start: Int, in range: Range<Int>) -> Bool {
        let part = start..<start + word.utf8CodeUnitCount
        return range.contains(part.lowerBound) && part.upperBound <= range.upperBound
            && text.utf8[part].lazy.map { $0 | 0x20 }.elementsEqual(word.description.utf8)
    }

    /// `new_checkout` in `https://…/api/flags/new_checkout`, `feature:new_checkout`.
    private func pathName(_ range: Range<Int>) -> Range<Int>? {
        guard let cut = text.utf8[range].lastIndex(where: partsPath), cut > range.lowerBound,
            cut + 1 < range.upperBound
        else { return nil }
        let start = text.utf8[range.lowerBound..<cut].lastIndex(where: partsPath).map { $0 + 1 } ?? range.lowerBound
        let isPath = text.utf8[cut] == UInt8(ascii: "/")
        guard nameMeaning(start..<cut).contains(isPath ? .flagContainer : .flagCommand) else { return nil }
        return cut + 1..<range.upperBound
    }

    private func partsPath(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") }

    // MARK: What it says

    private mutating func step(_ index: Int) -> Int {
        let range = words[index]
        if isOption(range) { return option(index) }
        let word = string(range)
        let meaning = meaning(range)
        if meaning.contains(.switchOff) {
            setValue(.off, range)
        } else if meaning.contains(.switchOn) {
            setValue(.on, range)
        } else if let share = share(word) {
            if name != nil { setShare(share, range) }
        } else if name == nil || isVerb(before: word, meaning) {
            if meaning.contains(.askVerb) {
                asks = true
            } else if meaning.intersects([.setVerb, .raise, .share]) {
                sets = true
            } else if !meaning.contains(.flagCommand), isFlagName(word) {
                name = range
            }
        }
        return index + 1
    }

    /// `flagctl bump new_checkout`: a plain word before the name says what is done with it.
    private func isVerb(before word: String, _ meaning: WordClassSet) -> Bool {
        guard value == nil, let name, nameWords(string(name)).count == 1 else { return false }
        return isFlagName(word) && nameWords(word).count > 1
            && !vocabulary.classes(of: nameWords(word)).intersects([.production, .environment])
    }

    /// `--share 5`, `--flag=new_checkout`, `-d '{"percentage": 30}'`; what an unknown option takes is passed over.
    private mutating func option(_ index: Int) -> Int {
        let range = words[index]
        let equals = text.utf8[range].firstIndex(of: UInt8(ascii: "="))
        let meaning = nameMeaning(range.lowerBound..<(equals ?? range.upperBound))
        var next = index + 1
        var valueRange: Range<Int>?
        if let equals {
            valueRange = equals + 1..<range.upperBound
        } else if next < words.count, !isOption(words[next]) {
            valueRange = words[next]
            next += 1
        }
        guard let valueRange, !valueRange.isEmpty else {
            if meaning.contains(.switchOff) {
                setValue(.off, range)
            } else if meaning.contains(.switchOn) {
                setValue(.on, range)
            }
            return next
        }
        let word = string(valueRange)
        if meaning.contains(.flagCommand) || meaning.contains(.nameKey), name == nil {
            name = valueRange
        } else if meaning.contains(.share) || meaning.contains(.percentKey), let share = share(word) {
            setShare(share, valueRange)
        } else if meaning.contains(.switchOn) || meaning.contains(.switchOff),
            self.meaning(valueRange).contains(.switchOff)
        {
            setValue(meaning.contains(.switchOff) ? .on : .off, valueRange)
        } else if text.utf8[valueRange.lowerBound] == UInt8(ascii: "{") {
            readData(valueRange)
        }
        return next
    }

    /// `{"flag": "new_checkout", "percentage": 30}`
    private mutating func readData(_ range: Range<Int>) {
        let data = readNotation(NotationInput(text.span(range)), as: .json).bindings
        for (_, _, members) in data.flatMap(\.value.objects) {
            for member in members {
                let meaning = vocabulary.classes(of: nameWords(member.key))
                if let number = member.value.numberValue, meaning.contains(.share) || meaning.contains(.percentKey),
                    (0...100).contains(number)
                {
                    value = number == 0 ? .off : .percent(number)
                    sets = true
                } else if let isOn = member.value.boolValue, meaning.contains(.switchOn), value == nil {
                    value = isOn ? .on : .off
                }
            }
        }
        if value != nil, valueRange == nil { valueRange = range }
    }

    private mutating func setShare(_ share: Double, _ range: Range<Int>) {
        value = share == 0 ? .off : .percent(share)
        valueRange = range
    }

    /// A share says more than that the flag is on.
    private mutating func setValue(_ value: FlagAssignment.Value, _ range: Range<Int>) {
        guard self.value == nil else { return }
        self.value = value
        valueRange = range
    }

    /// `25`, `25%`
    private func share(_ word: String) -> Double? {
        let digits = word.hasSuffix("%") ? word.dropLast() : word[...]
        guard digits.utf8.first.map({ (0x30...0x39).contains($0) }) == true, let number = Double(digits),
            (0...100).contains(number)
        else { return nil }
        return number
    }

    private func isOption(_ range: Range<Int>) -> Bool { text.utf8[range.lowerBound] == UInt8(ascii: "-") }
    private func meaning(_ word: Range<Int>) -> WordClassSet { vocabulary.classes(ofWord: word, in: text.utf8) }
    private func nameMeaning(_ name: Range<Int>) -> WordClassSet { vocabulary.classes(ofName: name, in: text.utf8) }
    private func string(_ range: Range<Int>) -> String { String(decoding: text.utf8[range], as: UTF8.self) }
}
