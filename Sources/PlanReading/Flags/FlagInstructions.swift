import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Names in code spans of lists and paragraphs: ``Enable `enableHookMetrics` feature flag``; and the ladders of
    /// shares beside or below them.
    func writtenFlags(_ place: FlagPlace) -> [FlagSighting] {
        guard place.section.mayNameFlags else { return [] }
        var sightings: [FlagSighting] = []
        var spans = CodeSpans()
        var ladders = SectionLadders(place, style)
        var list = FlagList(place)
        for (index, line) in place.section.lines.enumerated() {
            let literals = spans.next(in: line)
            var names: [FlagName] = []
            let isListed = list.holds(line)
            let isLed = list.sets(line)
            if line.text.mentions(.comparisonSign) { sightings += plainSettings(in: line, besides: literals, place) }
            if !literals.isEmpty || line.text.mentions(.flag) {
                let sentences = line.text.sentences
                var rest = literals
                var subject: FlagName?
                for sentence in sentences {
                    let text = sentences.count > 1 ? line.text.part(line.text.bytes(tokens: sentence)) : line.text
                    let end = text.span.range.upperBound
                    let own = rest.prefix { $0.span.range.lowerBound < end }
                    rest = rest.dropFirst(own.count)
                    let statement = FlagStatement(
                        line: line, text: text, literals: own, isWhole: sentences.count == 1,
                        isListed: isListed && sentence.lowerBound == 0, isLed: isLed)
                    names += statement.names
                    sightings += read(statement, place)
                    if statement.names.isEmpty, let subject { sightings += ladder(of: subject, in: text, line, place) }
                    subject = statement.names.count == 1 ? statement.names[0] : nil
                }
            }
            ladders.add(line, index, names)
        }
        return sightings + ladders.sightings()
    }

    /// `It goes to 5% on Monday, then to 25%`: the ladder of the flag that the sentence before names.
    private func ladder(
        of name: FlagName, in sentence: ReadText, _ line: ContentLine, _ place: FlagPlace
    ) -> [FlagSighting] {
        guard !place.goesBack, sentence.mentions(.percentSign), !sentence.mentions([.negation, .backward]),
            let ladder = ShareLadder(sentence.shareSteps(in: 0..<sentence.tokens.count, line.reading)),
            ladder.reachesAll || sentence.tokens.first?.isA(.pronoun) == true
        else { return [] }
        return ladder.steps.map { step in
            FlagSighting(
                name: name.name,
                stage: FlagStage(
                    percent: step.percent, when: step.when, day: step.day, defines: false, span: step.percent.span),
                evidence: name.isCalledFlag ? .named : .none, in: place, span: step.percent.span)
        }
    }

    private func read(_ statement: FlagStatement, _ place: FlagPlace) -> [FlagSighting] {
        let codes = statement.literals.compactMap { SettingCode($0, style.vocabulary) }
        guard !statement.names.isEmpty || !codes.isEmpty else { return [] }
        let said = Instruction(
            statement, above: statement.line.parent.map { place.section.lines[$0] },
            turned: statement.turnedTo(style.vocabulary),
            place)
        return codes.flatMap { settings(in: $0, said, isLed: statement.isLed, place) }
            + statement.names.flatMap { sightings(of: $0, statement, said, place) }
    }

    /// What a code span sets: `new_search=true`, `gatectl feature on router-log`.
    private func settings(
        in code: SettingCode, _ said: Instruction, isLed: Bool, _ place: FlagPlace
    ) -> [FlagSighting] {
        let isCalled = said.isCalledFlag || said.purpose == .enable || isLed
        return FlagAssignment.all(in: code.text, calledFlags: isCalled, style.vocabulary).map { found in
            var found = found
            // What is checked or forbidden is not turned on.
            found.standsAlone = found.standsAlone && said.mayGiveStage
            return sighting(
                of: found, reading: said.reading, share: said.percent, opens: said.mayGiveStage && place.phase != nil,
                place)
        } + code.commands.map { sighting(of: $0, reading: said.reading, place) }
    }

    /// `Now LEDGER_MAIL=true as well.`: a variable in capitals needs no code marks to be seen.
    private func plainSettings(
        in line: ContentLine, besides literals: ArraySlice<PlainText>, _ place: FlagPlace
    ) -> [FlagSighting] {
        FlagAssignment.all(in: PlainText(verbatim: line.text.span), calledFlags: false, style.vocabulary).filter {
            found in
            found.name.isVariableName && found.isSwitch
                && !literals.contains { $0.span.range.contains(found.span.range.lowerBound) }
        }.map { sighting(of: $0, reading: line.reading, share: nil, place) }
    }

    private func sightings(
        of name: FlagName, _ statement: FlagStatement, _ said: Instruction, _ place: FlagPlace
    ) -> [FlagSighting] {
        let isListed = statement.lists(name)
        let isCalled =
            isListed || name.isCalledFlag || said.isCalledFlag && !statement.callsOne && !statement.turnsAnother(name)
        let mention = FlagMention(
            purpose: said.purpose, span: name.span, reading: said.reading, certain: name.isCode)
        if said.mayGiveStage, let ladder = statement.text.ladder(behind: name, said.reading) {
            return ladder.steps.enumerated().map { number, step in
                FlagSighting(
                    name: name.name,
                    stage: FlagStage(
                        percent: step.percent, when: step.when, day: step.day, defines: false, span: name.span),
                    mention: number == 0 ? mention : nil,
                    evidence: isListed ? .defined : name.isCalledFlag || ladder.reachesAll ? .named : .none, in: place,
                    span: name.span)
            }
        }
        return [
            FlagSighting(
                name: name.name, stage: stage(of: name, isCalled: isCalled, statement, said, place), mention: mention,
                evidence: isListed
                    ? .defined
                    : name.isCalledFlag || said.isTurned || isCalled && said.purpose != .other ? .named : .none,
                in: place,
                span: name.span)
        ]
    }

    private func stage(
        of name: FlagName, isCalled: Bool, _ statement: FlagStatement, _ said: Instruction, _ place: FlagPlace
    ) -> FlagStage? {
        guard said.percent?.value != 0 else { return nil }
        // `` `new_menu`: 25% `` says nothing else.
        let isAll =
            said.mayGiveStage && said.percent != nil
            && (statement.tellsShareAlone(name) || statement.tellsSharesTogether)
        guard said.givesStage || isAll else { return nil }
        if let step = said.step, step.when != nil {
            return FlagStage(percent: step.percent, when: step.when, day: step.day, defines: false, span: name.span)
        }
        if let day = place.day {
            return FlagStage(
                percent: said.percent ?? day.percent, when: Claim("Day \(day.number)", at: day.numberSpan, .heading),
                day: Claim(day.number, at: day.numberSpan, .heading), defines: false, span: name.span)
        }
        guard said.purpose == .enable || isCalled || isAll,
            let percent = said.percent ?? phasePercent(isCalled, isField: statement.isField, said, place)
        else { return nil }
        return FlagStage(percent: percent, when: nil, day: nil, defines: false, span: name.span)
    }

    /// The share of the phase in whose section a flag is switched on: `## Phase 2: Canary (5%)`.
    private func phasePercent(
        _ isCalled: Bool, isField: Bool, _ said: Instruction, _ place: FlagPlace
    ) -> Claim<Double>? {
        guard isCalled, said.purpose == .enable || isField, let percent = place.phase?.percent, percent.value > 0 else {
            return nil
        }
        return percent
    }
}

extension OutlineSection {
    /// Whether a line or the title names something in code, speaks of flags or sets something, or the title gives a share.
    fileprivate var mayNameFlags: Bool {
        lines.contains(where: \.hasCode) || lineClasses.intersects(flagSigns) || title.mentions(titleSigns)
            || heading?.mayHoldCode == true
    }
}

private let flagSigns: WordClassSet = [.flag, .comparisonSign]
private let titleSigns: WordClassSet = [.flag, .percentSign]

/// A code span that says more than a name, and may set a flag.
private struct SettingCode {
    let text: PlainText
    let commands: [FlagCommand]

    /// - Returns: nil for what sets none.
    init?(_ text: PlainText, _ vocabulary: Vocabulary) {
        guard !isIdentifier(text.text) else { return nil }
        self.text = text
        commands = FlagCommand.all(in: text, vocabulary)
        if commands.isEmpty, !FlagAssignment.mayStand(in: text) { return nil }
    }
}

/// Tells the lists of flags from other lists: their section is about flags, or the line above them says so.
private struct FlagList {
    private let place: FlagPlace
    private var isLed = false
    private var isLedToSet = false

    init(_ place: FlagPlace) {
        self.place = place
    }

    /// Whether the line above has the flags of the list set, whatever an item says beside: `Enable features as they prove
    /// stable:`.
    ///
    /// Asked for behind `holds`.
    func sets(_ line: ContentLine) -> Bool {
        guard line.isItem, line.hasCode else { return false }
        guard let parent = line.parent else { return isLedToSet }
        return FlagList.announces(place.section.lines[parent])
    }

    private static func announces(_ line: ContentLine) -> Bool {
        guard line.text.mentions([.flag, .enable]), line.text.tokens.last?.isSign(":") == true else { return false }
        return line.text.mentions(.flag) || line.text.tokens.first(where: \.isWord)?.isA(.enable) == true
    }

    /// Whether a line is an item of such a list; lines must come in order.
    mutating func holds(_ line: ContentLine) -> Bool {
        guard line.isItem else {
            if line.parent == nil {
                isLed = line.text.mentions(.flag) && line.text.tokens.last?.isSign(":") == true
                isLedToSet = FlagList.announces(line)
            }
            // `**`new_menu`** – the new page`, a paragraph of its own.
            return line.isBold && line.depth == 0 && place.isOnFlags && !place.goesBack
        }
        return !place.goesBack && (isLed || place.isOnFlags)
    }
}

/// One sentence of a line with the names in it.
struct FlagStatement {
    let line: ContentLine
    let text: ReadText
    let literals: ArraySlice<PlainText>
    let names: [FlagName]
    /// Whether the line says nothing else.
    let isWhole: Bool
    /// Whether one of the names is called a flag, so that the word is not meant for the others.
    let callsOne: Bool
    /// Whether it begins an item of a list of flags.
    private let isListed: Bool
    /// Whether the line above its list has flags set.
    let isLed: Bool

    init(
        line: ContentLine, text: ReadText, literals: ArraySlice<PlainText>, isWhole: Bool, isListed: Bool,
        isLed: Bool = false
    ) {
        self.isLed = isLed
        self.line = line
        self.text = text
        self.literals = literals
        self.isWhole = isWhole
        self.isListed = isListed
        names = text.flagNames(literals)
        callsOne = names.contains(where: \.isCalledFlag)
    }

    /// `- `new_menu`: the new page`, in a list of flags.
    func lists(_ name: FlagName) -> Bool {
        isListed && text.tokens.prefix(name.tokens.lowerBound).allSatisfy { $0.sign != nil }
    }

    /// Whether it consists of its code spans, and of words that call them flags.
    var isBare: Bool {
        let ownWords = text.tokens.count { $0.isWord && !$0.isA(.flag) }
        // No word is read a second time where there are more than the code can hold: each has a letter and an end.
        guard ownWords <= literals.reduce(0, { $0 + ($1.utf8.count + 1) / 2 }) else { return false }
        return ownWords <= literals.reduce(0) { $0 + TokenizedText(utf8: $1.utf8).tokens.count(where: \.isWord) }
    }

    /// `` `new_menu`: 25% ``, `` `new_menu` → 25 % of users ``: the name and its share, and no other word.
    func tellsShareAlone(_ name: FlagName) -> Bool {
        names.count == 1 && text.mentions(.percentSign) && name.tokens.upperBound < text.tokens.count
            && text.tokens.prefix(name.tokens.lowerBound).allSatisfy { $0.sign != nil }
            && text.isOnlyShares(name.tokens.upperBound..<text.tokens.count)
    }

    /// ``Week 6: to 20%, and `y` to 10%``: what stands behind the only name is its share, not what stands ahead of it.
    var shareBehindName: ShareLadder.Step? {
        guard names.count == 1, text.mentions(.percentSign), names[0].tokens.upperBound < text.tokens.count,
            text.isOnlyShares(0..<names[0].tokens.lowerBound),
            text.isOnlyShares(names[0].tokens.upperBound..<text.tokens.count),
            case let steps = text.shareSteps(in: names[0].tokens.upperBound..<text.tokens.count, line.reading),
            steps.count == 1
        else { return nil }
        return steps[0]
    }

    /// `` `x` and `y` to 100% ``: the names in one row, and behind them nothing but shares.
    var tellsSharesTogether: Bool {
        guard names.count > 1, text.mentions(.percentSign), let first = names.first, let last = names.last,
            text.tokens.prefix(first.tokens.lowerBound).allSatisfy({ $0.sign != nil }),
            last.tokens.upperBound < text.tokens.count
        else { return false }
        return zip(names, names.dropFirst()).allSatisfy { left, right in
            left.tokens.upperBound < right.tokens.lowerBound
                && (left.tokens.upperBound..<right.tokens.lowerBound).allSatisfy {
                    text.tokens[$0].isSign(",") || text.tokens[$0].isSign("/") || text.tokens[$0].isA(.and)
                }
        } && text.isOnlyShares(last.tokens.upperBound..<text.tokens.count)
    }

    /// `` `x` on (was held back) ``: a name that no language writes, how it is turned, and at most a bracket.
    func turnedTo(_ vocabulary: Vocabulary) -> FlagMention.Purpose? {
        guard names.count == 1, names[0].isCode, names[0].tokens.upperBound < text.tokens.count,
            text.tokens.prefix(names[0].tokens.lowerBound).allSatisfy({ $0.sign != nil }),
            case let turn = text.tokens[names[0].tokens.upperBound], turn.isA([.switchOn, .switchOff]),
            case let next = names[0].tokens.upperBound + 1,
            next == text.tokens.count || text.tokens[next].sign.map({ $0 == "(" || $0 == "." || $0 == "," }) == true,
            names[0].isNoWord,
            !vocabulary.classes(of: nameWords(names[0].name)).contains(.plainSetting)
        else { return nil }
        return turn.isA(.switchOff) ? .disable : .enable
    }

    /// ``The `x` job turns the kill switch off``: the flag is another thing, which the name does something to.
    func turnsAnother(_ name: FlagName) -> Bool {
        // A verb and its object are few words.
        let near = text.tokens.indices.dropFirst(name.tokens.upperBound).prefix(12)
        guard let flag = near.first(where: { text.tokens[$0].isA(.flag) }) else { return false }
        let words = text.tokens[name.tokens.upperBound..<flag]
        guard words.allSatisfy({ $0.sign == nil || $0.isSign("(") || $0.isSign(")") }),
            let article = words.lastIndex(where: { $0.isA(.article) }), article > name.tokens.upperBound
        else { return false }
        let verb = text.tokens[article - 1]
        return verb.isWord && !verb.isA([.of, .to, .shareLead, .per, .and])
    }

    /// `**Feature flag**: newReceipts`
    var isField: Bool { line.field?.key.mentions(.flag) ?? false }
}

/// What a sentence says of the flags that it names.
struct Instruction {
    let isCalledFlag: Bool
    let purpose: FlagMention.Purpose
    /// Whether the sentence says of one name that it is on or off, and nothing else.
    let isTurned: Bool
    let percent: Claim<Double>?
    /// The percentage with the time that the sentence gives it.
    let step: ShareLadder.Step?
    /// Whether it brings a flag to a percentage for the users; not when it looks at one, forbids it or means few insiders.
    let givesStage: Bool
    /// The same for a ladder of shares, which says by itself that it is for the users.
    let mayGiveStage: Bool
    let reading: Reading

    /// - Parameter above: the line that holds this one; it speaks for a line of names alone.
    /// - Parameter turned: how the only name is turned, where nothing else is said: `` `x` on ``.
    init(_ statement: FlagStatement, above: ContentLine?, turned: FlagMention.Purpose?, _ place: FlagPlace) {
        let own = statement.text
        let isBare = statement.isBare
        let behind = statement.shareBehindName
        let ownPercent = behind?.percent ?? Instruction.percent(in: own, statement.line.reading)
        // A sentence, not a text that each of its lines would read again.
        let lead = above.flatMap { statement.isWhole && $0.text.tokens.count <= 80 ? $0 : nil }
        let isLed = isBare && ownPercent == nil && lead != nil
        let text = isLed ? lead?.text ?? own : own
        reading = isLed ? lead?.reading ?? statement.line.reading : statement.line.reading
        isCalledFlag = text.mentions(.flag)
        let speaksAbout = text.mentions(.negation) || Instruction.beginsByAsking(text)
        purpose = turned ?? (text.turns(.disable) ? .disable : !speaksAbout && text.turns(.enable) ? .enable : .other)
        isTurned = turned != nil && !place.goesBack
        percent = isLed ? Instruction.percent(in: text, reading) : ownPercent
        let share = percent?.span
        let steps = share == nil ? [] : text.shareSteps(in: 0..<text.tokens.count, statement.line.reading)
        let said = steps.first { $0.percent.span == share }
        let time = behind == nil || said?.when != nil ? said : steps.first
        step = said.map { ShareLadder.Step(percent: $0.percent, when: time?.when, day: time?.day) }
        // A name alone in a day's list is switched on that day, and so is one with its percentage.
        mayGiveStage = !place.goesBack && !speaksAbout && purpose != .disable && !text.mentions([.insider, .backward])
        givesStage = mayGiveStage && (purpose == .enable || percent != nil || isBare && !isLed)
    }

    private static func percent(in text: ReadText, _ reading: Reading) -> Claim<Double>? {
        text.mentions(.number) ? TitleParts(text, from: 0).instructedPercent(in: text, reading) : nil
    }

    /// Whether one of the first three words has something verified, or one of the first two supposes it.
    private static func beginsByAsking(_ text: ReadText) -> Bool {
        guard text.mentions(asking) else { return false }
        var words = 0
        for token in text.tokens where token.isWord {
            if token.isA(.verify) || words < 2 && token.isA(.condition) { return true }
            words += 1
            if words == 3 { break }
        }
        return false
    }

    private static let asking: WordClassSet = [.verify, .condition]
}

extension ReadText {
    /// Whether a word of the text turns something so: in `kill switch` and `feature switch` none does.
    fileprivate func turns(_ wordClass: WordClass) -> Bool {
        guard mentions(wordClass) else { return false }
        guard mentions(.flag) else { return true }
        return tokens.indices.contains { index in
            tokens[index].isA(wordClass) && !(tokens[index].isA(.enable) && tokens[index].isA(.flag))
                && !(index + 1 < tokens.count && tokens[index].isA(.disable) && tokens[index + 1].isA(.switchNoun)
                    && tokens[index + 1].isA(.flag))
        }
    }
}
