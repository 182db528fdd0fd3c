import Plan
import SourceText

/// `Phase 4: Gradual rollout (Day 6-10)`, as a heading, a table cell or a list item says it.
///
/// An object: what stands below it, flags and limits, hand it around.
final class PhaseHeading: Sendable {
    /// `phase`, `wave`, `week`: in English, lower case; `countdown` for `T-3`.
    let keyword: String
    let number: Double?
    /// As printed, where it is no plain number: `B`, `II`, `3a`, `T-3`.
    let label: String?
    /// Whether it is a part of a phase: `Phase 3a`.
    let isPart: Bool
    let name: Claim<String>
    /// Whether the place names the phase, and does not just give its number.
    let isNamed: Bool
    let schedule: Claim<Schedule>?
    let duration: Claim<TimeAmount>?
    let percent: Claim<Double>?
    let risk: Claim<String>?
    /// Whether nothing but its time makes it a phase, so that it is one only in a plan that calls nothing a phase.
    let isTimed: Bool
    /// Of the text, the word and number, and behind them the name; both empty where a column gives the number.
    private let reference: Range<Int>
    private let nameTokens: Range<Int>

    /// - Returns: nil when the text does not begin with a phase word and a number.
    convenience init?(_ text: ReadText, reading: Reading = .heading) {
        guard text.mentions(.planParts), let start = PhaseHeading.keywordIndex(text.tokens),
            let reference = PhaseReference(text, at: start)
        else { return nil }
        // German has one word for a stage of a rollout and for a level of a rollback.
        if text.tokens[start].isA(.level), text.mentions(.rollback) { return nil }
        let parts = TitleParts(text, from: reference.tokens.upperBound, inList: reading == .listItem)
        if reading == .heading, PhaseHeading.speaksOfPhase(text, reference.tokens, parts) { return nil }
        self.init(reference, parts, text, reading)
    }

    private init(_ reference: PhaseReference, _ parts: TitleParts, _ text: ReadText, _ reading: Reading) {
        keyword = reference.keyword
        number = reference.number
        label = reference.label
        isPart = reference.isPart
        isNamed = !parts.name.isEmpty
        name = Claim(
            parts.name.isEmpty ? PhaseHeading.bareName(text, reference) : parts.name,
            at: text.span(tokens: parts.name.isEmpty ? reference.tokens : parts.nameTokens), reading)
        schedule = parts.schedule(in: text, reading) ?? reference.sprint(in: text, reading)
        duration = parts.duration(in: text, reading)
        percent = parts.percent(in: text, reading)
        risk = parts.risk(in: text, reading)
        isTimed = false
        self.reference = reference.tokens
        nameTokens = parts.nameTokens
    }

    /// A row that numbers the phase and names it in a cell of its own, or not at all.
    init(keyword: String, number: Double?, label: String? = nil, name: ReadText?, cell: ReadText) {
        let text = name ?? cell
        let parts = TitleParts(text, from: 0)
        self.keyword = keyword
        self.number = number
        self.label = label
        isPart = false
        isNamed = name != nil
        let bare = "\(keyword.prefix(1).uppercased())\(keyword.dropFirst()) \(label ?? number.map(formatNumber) ?? "")"
        self.name = Claim(
            name == nil ? bare : parts.name.isEmpty ? text.text : parts.name,
            at: parts.name.isEmpty ? text.span : text.span(tokens: parts.nameTokens), .tableCell)
        schedule = name == nil ? nil : parts.schedule(in: text, .tableCell)
        duration = name == nil ? nil : parts.duration(in: text, .tableCell)
        percent = name == nil ? nil : parts.percent(in: text, .tableCell)
        risk = name == nil ? nil : parts.risk(in: text, .tableCell)
        isTimed = false
        reference = 0..<0
        nameTokens = parts.nameTokens
    }

    /// What is a phase by the time that it takes and not by a word: `Preparation (Week 0)`, `Week 1: Groundwork`, `T-3 — Freeze`.
    ///
    /// - Parameters:
    ///   - start: Where the name may begin.
    ///   - isTimed: Whether nothing but the time makes it a phase.
    init(
        _ keyword: String, number: Double?, label: String?, _ text: ReadText, time: Claim<Schedule>, from start: Int,
        isTimed: Bool
    ) {
        let parts = TitleParts(text, from: start)
        self.keyword = keyword
        self.number = number
        self.label = label
        isPart = false
        isNamed = !parts.name.isEmpty
        name = Claim(
            parts.name.isEmpty ? time.value.text : parts.name,
            at: parts.name.isEmpty ? time.span : text.span(tokens: parts.nameTokens), time.reading)
        schedule = time
        duration = parts.duration(in: text, time.reading)
        percent = parts.percent(in: text, time.reading)
        risk = parts.risk(in: text, time.reading)
        self.isTimed = isTimed
        reference = 0..<0
        nameTokens = parts.nameTokens
    }

    /// `Parallel run (2 weeks)`: a name, and behind it how long it takes.
    ///
    /// - Returns: nil for any other title.
    convenience init?(lasting title: ReadText) {
        let start = TitleParts.ordinalEnd(title)
        let parts = TitleParts(title, from: start)
        guard !parts.name.isEmpty, let duration = parts.duration(in: title, .heading),
            duration.span.range.lowerBound > title.span(tokens: parts.nameTokens).range.lowerBound
        else { return nil }
        self.init("phase", isTimed: true, parts, in: title, .heading, schedule: nil)
    }

    /// A title that names a phase which a table or a list has counted: `3. Switch-over (Week 5)`.
    convenience init(_ title: ReadText, from start: Int, like known: PhaseHeading) {
        let parts = TitleParts(title, from: start)
        self.init(
            known.keyword, number: known.number, label: known.label, isPart: known.isPart, isTimed: known.isTimed,
            parts,
            in: title, .heading, schedule: parts.schedule(in: title, .heading))
    }

    /// `**Shadow** (Day 1-2): both engines see every query` in a list of phases: an item with a bold name or a time.
    ///
    /// - Returns: nil for any other item.
    convenience init?(announced line: ContentLine, keyword: String) {
        let parts = TitleParts(line.text, from: 0, inList: true)
        guard line.isItem, !parts.nameTokens.isEmpty, parts.nameTokens.count <= 8,
            line.isBold || parts.schedule(in: line.text, .listItem) != nil
        else { return nil }
        self.init(
            keyword, number: line.ordinal.map { Double($0) }, parts, in: line.text, .listItem,
            schedule: parts.trailingSchedule(in: line.text, .listItem))
    }

    /// What has a name of its own, and with it whatever the text says of the phase.
    private init(
        _ keyword: String, number: Double? = nil, label: String? = nil, isPart: Bool = false, isTimed: Bool = false,
        _ parts: TitleParts, in text: ReadText, _ reading: Reading, schedule: Claim<Schedule>?
    ) {
        self.keyword = keyword
        self.number = number
        self.label = label
        self.isPart = isPart
        isNamed = true
        name = Claim(parts.name, at: text.span(tokens: parts.nameTokens), reading)
        self.schedule = schedule
        duration = parts.duration(in: text, reading)
        percent = parts.percent(in: text, reading)
        risk = parts.risk(in: text, reading)
        self.isTimed = isTimed
        reference = 0..<0
        nameTokens = parts.nameTokens
    }

    /// Whether the text is nothing but the phase with its name, its times and its risk: what follows a name (`: Anna calls the
    /// partners`) or a number without a sign (`Phase 3 is late`) speaks of the phase.
    func isAll(of text: ReadText) -> Bool {
        let tokens = text.tokens
        guard PhaseReference.isClosed(tokens, at: reference.upperBound), nameTokens.count <= 10 else { return false }
        var index = max(nameTokens.upperBound, reference.upperBound)
        // `Phase 1 (Staging)`
        if nameTokens.isEmpty, index < tokens.count, tokens[index].isSign("("),
            let close = tokens[index...].firstIndex(where: { $0.isSign(")") })
        {
            index = close + 1
        }
        while index < tokens.count {
            if let match = text.schedules.schedule(at: index) {
                index = match.tokens.upperBound
            } else if let match = text.quantities.time(at: index) {
                index = match.tokens.upperBound
            } else if tokens[index].sign != nil || tokens[index].number != nil || tokens[index].isA(attributeWords) {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    /// The phase of which this is a part.
    var asWhole: PhaseHeading {
        PhaseHeading(self, keyword: keyword, number: number, label: nil, isPart: false, isTimed: isTimed)
    }

    /// The same name, for a phase that is numbered elsewhere.
    func counted(as known: PhaseHeading) -> PhaseHeading {
        PhaseHeading(
            self, keyword: known.keyword, number: known.number, label: known.label, isPart: isPart, isTimed: isTimed)
    }

    /// The same, as a phase only of a plan that calls nothing a phase.
    var asTimed: PhaseHeading {
        PhaseHeading(self, keyword: keyword, number: number, label: label, isPart: isPart, isTimed: true)
    }

    /// The same, called or counted in another way.
    private init(
        _ other: PhaseHeading, keyword: String, number: Double?, label: String?, isPart: Bool, isTimed: Bool
    ) {
        self.keyword = keyword
        self.number = number
        self.label = label
        self.isPart = isPart
        self.isTimed = isTimed
        name = other.name
        isNamed = other.isNamed
        schedule = other.schedule
        duration = other.duration
        percent = other.percent
        risk = other.risk
        reference = other.reference
        nameTokens = other.nameTokens
    }

    /// Sprints, milestones, batches: phases beside phases, or where nothing else is called one.
    var isMark: Bool { !["phase", "stage", "wave"].contains(keyword) && !isTimed }

    /// What tells the phase from the others with the same keyword.
    var key: String { isPart ? label ?? "" : number.map(formatNumber) ?? label ?? slug(name.value) }
    /// Whether the key is a number or a letter, so that places with other names may tell of the phase.
    var isCounted: Bool { number != nil || label != nil }

    /// Where it stands among the others: its number, that of its letter, or the time of a countdown; nil when it has none.
    var order: Double? {
        if let number { return number }
        if let label, label.utf8.count == 1, let letter = label.utf8.first { return Double(letter) - 0x40 }
        return keyword == "countdown" ? schedule?.value.hoursFromStart : nil
    }

    /// `Phase 3`, where nothing else names it.
    private static func bareName(_ text: ReadText, _ reference: PhaseReference) -> String {
        let word = text.word(text.tokens[reference.tokens.lowerBound]) ?? reference.keyword
        let number = reference.label ?? reference.number.map(formatNumber) ?? ""
        return "\(word.prefix(1).uppercased() + word.dropFirst()) \(number)"
    }

    /// `Phase 5 results from last year` is a sentence about a phase: its number goes on without a sign, in small letters,
    /// and nothing says when or how far.
    private static func speaksOfPhase(_ text: ReadText, _ reference: Range<Int>, _ parts: TitleParts) -> Bool {
        let name = reference.upperBound
        guard name < text.tokens.count, text.tokens[name].isWord, !text.tokens[name].isA(.of),
            let first = text.text(tokens: name..<name + 1).first, first.isLowercase,
            text.text(tokens: reference.lowerBound..<reference.lowerBound + 1).first?.isUppercase == true
        else { return false }
        return parts.schedule(in: text, .heading) == nil && parts.duration(in: text, .heading) == nil
            && parts.percent(in: text, .heading) == nil
    }

    /// The phase word at the start, behind at most an ordinal, a letter or signs (`🚀`, `2.`, `A.`).
    private static func keywordIndex(_ tokens: TokenList) -> Int? {
        for (index, token) in tokens.prefix(8).enumerated() {
            switch token.kind {
            case .word:
                if token.isA(.planParts) { return index }
                if token.range.count > 1 { return nil }
            case .number, .sign: continue
            default: return nil
            }
        }
        return nil
    }
}

/// What may stand beside the times of a phase: `from Week 3, risk low`.
private let attributeWords: WordClassSet = [
    .scheduleFiller, .since, .start, .risk, .severe, .high, .medium, .low, .rangeJoin, .duration, .amountLead,
]
