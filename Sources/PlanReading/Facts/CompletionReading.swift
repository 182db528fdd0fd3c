import MarkdownTree
import Plan
import SourceText

/// What a document's rows and ticked items call done, found by what they name.
struct CompletedRows: Sendable {
    let all: [CompletedRow]
    private var byNumber: [Double: [CompletedRow]] = [:]
    private var byName: [String: [CompletedRow]] = [:]

    init(_ rows: [CompletedRow]) {
        all = rows
        for row in rows {
            if let number = row.phase?.number { byNumber[number, default: []].append(row) }
            byName[row.name.text.lowercased(), default: []].append(row)
        }
    }

    /// Rows on a phase: by word and number, and by name where the row has one.
    func rows(on phase: PhaseHeading) -> [CompletedRow] {
        guard let number = phase.number else { return [] }
        return byNumber[number, default: []].prefix(CompletedRows.mostPlaces).filter {
            $0.phase?.isSame(as: phase) == true
        }
    }

    /// Rows whose name is a title, or what it begins with up to a dash, a colon or a bracket: `T-2` for `T-2 — Rehearsal`.
    func rows(named title: ReadText) -> [CompletedRow] {
        guard !byName.isEmpty else { return [] }
        let cut = title.tokens.firstIndex { token in
            guard let sign = token.sign else { return false }
            return sign.isDash && !token.glued || sign == ":" || sign == "("
        }
        let names = Set([title.text, title.text(tokens: 0..<(cut ?? 0))].map { $0.lowercased() }).filter { !$0.isEmpty }
        return names.sorted().flatMap { byName[$0, default: []].prefix(CompletedRows.mostPlaces) }
    }

    /// A phase with more rows than these is none.
    private static let mostPlaces = 20
}

/// A row or a ticked item that calls something done by its name, away from the section itself.
struct CompletedRow: Sendable {
    /// What is done, as the row names it.
    let name: ReadText
    let phase: PhaseHeading?
    let status: Claim<String>
}

extension DocumentOutline {
    /// Rows of status tables, and ticked items that are no more than a phase's heading.
    func readCompletedRows() -> CompletedRows {
        CompletedRows(
            planSections.flatMap { section -> [CompletedRow] in
                let isProgress = section.level <= 1 || section.title.isCalled(progressTitles, with: [.plain])
                return section.tables.flatMap(completedRows)
                    + (isProgress ? section.lines.compactMap(tickedPhase) : [])
            })
    }

    /// `| Phase 1 | done |` in a table with one column on how things stand.
    private func completedRows(_ table: ContentTable) -> [CompletedRow] {
        let columns = table.header.indices.dropFirst().filter { table.header[$0].mentions(.status) }
        guard columns.count == 1, let column = columns.first else { return [] }
        let counted = PhaseColumns(table)
        return table.rows.compactMap { row in
            guard let name = row.cell(0), let cell = row.cell(column), let done = Completion(statusIn: cell) else {
                return nil
            }
            return CompletedRow(
                name: name, phase: counted?.heading(of: row) ?? PhaseHeading(name, reading: .tableCell),
                status: Claim(cell.text(tokens: done.tokens), at: cell.span(tokens: done.tokens), .tableCell))
        }
    }

    private func tickedPhase(_ line: ContentLine) -> CompletedRow? {
        guard line.task == .done, let phase = PhaseHeading(line.text, reading: .listItem) else { return nil }
        return CompletedRow(name: line.text, phase: phase, status: Claim(line.text.text, at: line.text.span, .listItem))
    }

    /// What calls the list of a section done: its title, its status field, a row or ticked item of the document that
    /// names it; and whether the list is its phase's own.
    func completions(of section: OutlineSection, _ rows: CompletedRows) -> ([Claim<String>], isPhasesOwn: Bool) {
        // `### Tasks` has no status of its own.
        let isPlain = section.title.isCalled([.task], with: [.phase, .possessive, .and])
        let subject = isPlain ? section.parent.map { sections[$0] } ?? section : section
        let heading = headings[subject.index].phase
        var found: [Claim<String>] = []
        if let done = Completion(endOf: subject.title), heading != nil || done.saysSo {
            found.append(
                Claim(subject.title.text(tokens: done.tokens), at: subject.title.span(tokens: done.tokens), .heading))
        }
        for line in subject.lines where line.depth == 0 && line.task == nil {
            guard let field = line.field, field.isCalled([.status], with: [.phase, .possessive]),
                let done = Completion(statusIn: field.value)
            else { continue }
            found.append(
                Claim(field.value.text(tokens: done.tokens), at: field.value.span(tokens: done.tokens), .field))
        }
        if let first = subject.lines.first, !first.isItem, let done = Completion(opening: first.text) {
            found.append(
                Claim(first.text.text(tokens: done.tokens), at: first.text.span(tokens: done.tokens), .prose))
        }
        let named = rows.rows(named: subject.title)
        let numbered = (PhaseHeading(listFor: subject.title) ?? heading).map(rows.rows(on:)) ?? []
        let known = Set(named.map(\.status.span))
        return (found + (named + numbered.filter { !known.contains($0.status.span) }).map(\.status), heading != nil)
    }
}

extension PhaseHeading {
    /// `Stage 1 checklist`, `Tasks of Phase 2`: a title that says nothing but whose list it is.
    fileprivate convenience init?(listFor title: ReadText) {
        guard title.mentions([.checklist, .task]), let start = title.tokens.firstIndex(where: { $0.isA(.planParts) }),
            let reference = PhaseReference(title, at: start), let number = reference.number,
            title.tokens.enumerated().allSatisfy({ index, token in
                reference.tokens.contains(index) || !token.isWord || token.isA(listWords)
            })
        else { return nil }
        self.init(keyword: reference.keyword, number: number, name: nil, cell: title)
    }

    /// Same word and number, and no other name; one of the two may have none.
    func isSame(as other: PhaseHeading) -> Bool {
        guard keyword == other.keyword, number == other.number else { return false }
        let (mine, names) = (coreWords(name.value, without: [keyword]), coreWords(other.name.value, without: [keyword]))
        return [mine, names].contains { $0.allSatisfy { Double($0) != nil } } || !Set(mine).isDisjoint(with: names)
            || Vocabulary.standard.classes(of: mine).contains(.done)
    }
}

/// Words or a mark that say that something is done.
struct Completion {
    /// The mark and the words behind it.
    let tokens: Range<Int>
    /// Whether a word says it; a mark alone may be an ornament.
    let saysSo: Bool

    /// `done`, `✅ Completed (3 Jan)` as a status; not `done when the auditor has signed`.
    init?(statusIn text: ReadText) {
        self.init(text, from: 0, reading: .field)
    }

    /// `Done. 9 servers, 7 of 12 hours`: the first sentence of a section is that it is done.
    init?(opening text: ReadText) {
        self.init(text, from: 0, reading: .prose)
        guard saysSo,
            tokens.upperBound == text.tokens.count || text.tokens[tokens.upperBound].sign.map(Completion.ends) == true
        else { return nil }
    }

    /// `Phase 1: Scanners ✅ COMPLETED`, `… (done)`, `… [x]`: behind a sign, at the end of a title.
    init?(endOf title: ReadText) {
        let tokens = title.tokens
        guard
            let start = tokens.indices.last(where: { index in
                guard let sign = tokens[index].sign else { return false }
                return Completion.isMark(sign) || sign == "(" || sign == "[" || sign == ":"
                    || sign.isDash && !tokens[index].glued
            }), start > 0
        else { return nil }
        // `Phase 8: Complete` is its name.
        let ahead = tokens[..<start].filter(\.isWord)
        if tokens[start].isSign(":"), ahead.count == 1, ahead.allSatisfy({ $0.isA(.planParts) }) { return nil }
        // `✅ – done`, `(✅ done)`.
        var first = start
        while first > 1, let sign = tokens[first - 1].sign, Completion.isMark(sign) || sign == "\u{fe0f}" { first -= 1 }
        let isMark = tokens[first].sign.map(Completion.isMark) == true
        self.init(title, from: isMark ? first : first + 1, reading: .heading)
    }

    private init?(_ text: ReadText, from start: Int, reading: Reading) {
        let tokens = text.tokens
        var next = start
        var hasMark = false
        while next < tokens.count, let sign = tokens[next].sign, Completion.isMark(sign) || sign == "\u{fe0f}" {
            hasMark = true
            next += 1
        }
        let firstWord = next
        while next < tokens.count, tokens[next].isA(.done) { next += 1 }
        saysSo = next > firstWord
        // A word behind it goes on: `complete rewrite`, `done when …`; the mark alone may begin whatever it likes in a cell.
        guard saysSo || hasMark, next == tokens.count || !tokens[next].isWord, next > start else { return nil }
        if !saysSo, next < tokens.count { return nil }
        // A mark and a word say it, whatever a comma adds: `✔ completed, everything ticked`.
        let isMarked = hasMark && saysSo && next < tokens.count && tokens[next].isSign(",")
        if reading != .prose, !isMarked, !Completion.isAll(tokens[next...]) { return nil }
        self.tokens = start..<next
    }

    /// Whether nothing but a date in brackets follows: `done 14 of 15`, `done (EU) / in progress`, `done?` are not done.
    private static func isAll(_ rest: TokenList.SubSequence) -> Bool {
        var depth = 0
        for token in rest {
            if token.isSign("(") || token.isSign("[") {
                depth += 1
            } else if token.isSign(")") || token.isSign("]") {
                depth -= 1
            } else if token.isSign("?") || token.isSign("/") || token.isSign(":") {
                return false
            } else if token.isWord
                ? !token.isA([.monthName, .weekday, .week, .day]) || depth < 1 : token.sign == nil && depth < 1
            {
                return false
            }
        }
        return true
    }

    private static func ends(_ sign: Sign) -> Bool { sign == "." || sign == "!" }
    private static func isMark(_ sign: Sign) -> Bool { sign == "✅" || sign == "✔" || sign == "☑" || sign == "✓" }
}

/// What may stand beside the phase in the title of its list.
private let listWords: WordClassSet = [.checklist, .task, .possessive, .of, .and, .article]

/// Titles of lists in which a ticked phase is a phase that is done.
private let progressTitles: WordClassSet = [
    .phase, .stage, .wave, .milestone, .status, .task, .timeline, .schedule, .checklist, .strategy,
]
