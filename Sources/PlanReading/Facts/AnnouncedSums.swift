import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Numbers of things that a line announces, with the numbers of the same things in the list directly below it or in a
    /// column of the table below: `72 warnings in 28 files`.
    ///
    /// Only where every item, or every row, counts the thing; a line that speaks of some of them announces nothing.
    func readAnnouncedSums() -> [AnnouncedSum] {
        planSections.flatMap { section -> [AnnouncedSum] in
            guard section.lineClasses.contains(.number) || section.title.mentions(.number) || !section.tables.isEmpty
            else { return [] }
            return listedSums(section) + listedFiles(section)
                + section.tables.prefix(20).flatMap { $0.totals + tabledSums($0, section) }
        }
    }

    /// `72 replacements in 28 files`, and behind that section one that is called `Files` and lists files, one an item.
    private func listedFiles(_ section: OutlineSection) -> [AnnouncedSum] {
        guard section.lineClasses.contains(.number), let next = follower(of: section),
            let title = next.title.tokens.first.flatMap({ next.title.word($0) }), fileNouns.contains(title)
        else { return [] }
        let lists = [next] + sections[(next.index + 1)...].prefix { $0.level > next.level }
        let items = lists.flatMap(\.lines).filter { $0.isItem && $0.depth == 0 }
        let others = lists.flatMap(\.lines).filter { !$0.isItem }
        let runOn = others.map(\.runOnFiles)
        guard items.count >= 3, items.count < 200, items.allSatisfy(\.namesFile), lists.allSatisfy(\.tables.isEmpty),
            // A sentence between them may speak of others.
            zip(others, runOn).allSatisfy({ other, files in
                files != nil && (other.isBold || !other.text.mentions([.number, .spelledNumber]))
            }),
            // What is listed in the next section too goes on there.
            follower(of: next)?.lines.contains(where: { $0.isItem && $0.namesFile }) != true
        else { return [] }
        let files = (items.map(\.text.span) + runOn.flatMap { $0 ?? [] }).sorted()
        return section.lines.flatMap { line -> [AnnouncedSum] in
            line.text.countedThings.filter { fileNouns.contains($0.noun) }.prefix(1).map { thing in
                AnnouncedSum(
                    announced: Claim(thing.count, at: thing.span, line.reading), noun: thing.noun,
                    parts: files.map { Claim(1, at: $0, .listItem) })
            }
        }
    }

    /// The section behind this one below the same heading.
    private func follower(of section: OutlineSection) -> OutlineSection? {
        guard section.index + 1 < sections.count, case let next = sections[section.index + 1],
            next.level == section.level, next.parent == section.parent
        else { return nil }
        return next
    }

    private func listedSums(_ section: OutlineSection) -> [AnnouncedSum] {
        section.lines.indices.flatMap { index -> [AnnouncedSum] in
            let line = section.lines[index]
            let below = section.children(of: index)
            let items =
                line.isItem && !below.isEmpty
                ? below : line.isItem ? [] : section.lines[(index + 1)...].directList
            guard items.count >= 2, line.text.mentions(.number) else { return [] }
            return sums(line.text, line.reading, items.map { ($0.text, Reading.listItem) })
        }
    }

    private func sums(_ lead: ReadText, _ reading: Reading, _ items: [(ReadText, Reading)]) -> [AnnouncedSum] {
        lead.countedThings.prefix(3).compactMap { thing in
            let parts = items.compactMap { item, reading -> Claim<Int>? in
                let own = item.countedThings.filter { $0.key == thing.key }
                return own.count == 1 ? Claim(own[0].count, at: own[0].span, reading) : nil
            }
            guard parts.count == items.count else { return nil }
            return AnnouncedSum(announced: Claim(thing.count, at: thing.span, reading), noun: thing.noun, parts: parts)
        }
    }

    /// A column whose head is the thing, or `Count` beside such a column, and whose cells are numbers.
    ///
    /// What the document says of itself in its first lines holds for its tables too.
    private func tabledSums(_ table: ContentTable, _ section: OutlineSection) -> [AnnouncedSum] {
        guard table.rows.count >= 2, table.rows.count < 200 else { return [] }
        let start = table.node.span.range.lowerBound
        let leads = section.lines.filter { !$0.isItem && $0.text.span.range.lowerBound < start }.suffix(2)
        let first = planSections.first { $0.level == 1 && $0.index != section.index }
        let preamble = first.map { $0.lines.prefix(6).filter { !$0.isItem } } ?? []
        let texts = (preamble + leads).map { ($0.text, $0.reading) } + [(section.title, Reading.heading)]
        return table.header.indices.dropFirst().compactMap { column -> AnnouncedSum? in
            guard let noun = table.countedNoun(column) else { return nil }
            let things = texts.flatMap { text, reading in
                text.countedThings.filter { $0.key == thingKey(noun) }.map { ($0, reading) }
            }
            guard things.count == 1, let (thing, reading) = things.first else { return nil }
            let rows = table.rows.filter { row in row.cells.first?.mentions(.total) != true }
            let parts = rows.compactMap { row -> Claim<Int>? in
                guard let cell = row.cell(column), cell.tokens.count == 1, let number = cell.tokens[0].wholeNumber
                else {
                    return nil
                }
                return Claim(number, at: cell.span, .tableCell)
            }
            guard parts.count == rows.count, parts.count >= 2 else { return nil }
            return AnnouncedSum(announced: Claim(thing.count, at: thing.span, reading), noun: thing.noun, parts: parts)
        }
    }
}

extension ContentLine {
    /// Whether the item begins with a path as code: `src/pay.ts`.
    fileprivate var namesFile: Bool {
        guard hasCode, let path = text.text.split(whereSeparator: \.isWhitespace).first else { return false }
        return isFilePath(path)
    }
}

extension ContentLine {
    /// The files of a list that is none: below `**Low**`, without a blank line, `5. `src/pay.ts`` goes on the paragraph, as
    /// only a list that begins with 1 may break one.
    ///
    /// Empty where the text has none; nil where numbers in its further lines may be of others.
    fileprivate var runOnFiles: [SourceSpan]? {
        let (file, range) = (text.span.file, text.span.range)
        var files: [SourceSpan] = []
        var number = file.line(at: range.lowerBound) + 1
        while case let line = file.lineRange(number), line.lowerBound < range.upperBound, files.count < 200 {
            let start = max(line.lowerBound, range.lowerBound)
            number += 1
            guard start < line.upperBound, case let text = file.text(start..<line.upperBound) else { continue }
            if isNumberedFile(text) {
                files.append(SourceSpan(file: file, range: start..<line.upperBound))
            } else if text.contains(where: \.isNumber) {
                return nil
            }
        }
        return files
    }
}

/// `5. `src/pay.ts` (3 violations)`.
private func isNumberedFile(_ line: String) -> Bool {
    let words = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count > 1, let mark = words[0].last, mark == "." || mark == ")",
        words[0].dropLast().allSatisfy(\.isNumber),
        words[0].count > 1, words[1].first == "`"
    else { return false }
    return isFilePath(words[1].filter { $0 != "`" }[...])
}

/// `src/pay.ts`
private func isFilePath(_ path: Substring) -> Bool {
    let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
    return parts.count >= 2 && (1...5).contains(parts[parts.count - 1].count)
        && parts[parts.count - 1].allSatisfy { $0.isLetter || $0.isNumber }
}

/// English, German, Spanish and French.
private let fileNouns: Set<String> = ["files", "dateien", "archivos", "ficheros", "fichiers"]

extension ContentTable {
    /// What a column counts: its head, or that of the column before where the head says no more than that it counts.
    fileprivate func countedNoun(_ column: Int) -> String? {
        guard header[column].tokens.count == 1 else { return nil }
        let head = header[column].word(header[column].tokens[0])
        if let head, !["count", "number", "no", "anzahl", "número", "nombre"].contains(head) { return head }
        let before = header[column - 1]
        return before.tokens.count == 1 ? before.word(before.tokens[0]) : nil
    }

    /// The last row, where it gives totals, against the rows above it: column by column, as long as every cell is an amount of
    /// one kind. Phases may overlap, so that lengths of time need not add up.
    fileprivate var totals: [AnnouncedSum] {
        guard rows.count >= 3, rows.count < 200, let last = rows.last, last.cell(0)?.isTotal == true,
            !rows.dropLast().contains(where: { $0.cell(0)?.isTotal == true })
        else { return [] }
        return header.indices.dropFirst().compactMap { column -> AnnouncedSum? in
            guard
                !header[column].mentions([.duration, .time, .week, .month, .percentSign, .average, .schedule])
                    || header[column].mentions(.effort), let total = last.cell(column)?.amount
            else { return nil }
            let parts = rows.dropLast().compactMap { row -> (Claim<Int>, String)? in
                guard let cell = row.cell(column), let amount = cell.amount else { return nil }
                return (Claim(amount.number, at: cell.span, .tableCell), amount.unit)
            }
            guard parts.count == rows.count - 1, parts.allSatisfy({ $0.1 == parts[0].1 }),
                total.unit == parts[0].1 || total.unit.isEmpty, let cell = last.cell(column)
            else { return nil }
            return AnnouncedSum(
                announced: Claim(total.number, at: cell.span, .tableCell), noun: header[column].text,
                parts: parts.map(\.0), isTotal: true)
        }
    }
}

extension ReadText {
    /// `Total`, `Sum`, `Gesamt`, alone or with what is added up.
    fileprivate var isTotal: Bool {
        tokens.count <= 3 && mentions(.total)
            || tokens.count == 1 && ["sum", "summe", "somme", "suma"].contains(word(tokens[0]) ?? "")
    }

    /// `€21,000`, `12 000`, `75.770 EUR`, `9`: a whole number, its thousands set apart or not, and one unit that is none of time.
    fileprivate var amount: (number: Int, unit: String)? {
        guard mentions(.number), bytes.count < 24 else { return nil }
        var (groups, unit, isOpen) = ([String](), "", true)
        for character in text {
            if character.isASCII, character.isNumber {
                if groups.isEmpty { groups.append("") }
                guard isOpen else { return nil }
                groups[groups.count - 1].append(character)
            } else if ",. \u{a0}\u{202f}'’".contains(character) {
                if !groups.isEmpty, isOpen { groups.append("") }
            } else {
                isOpen = isOpen && groups.isEmpty
                unit.append(character)
            }
        }
        if groups.last?.isEmpty == true { groups.removeLast() }
        guard let head = groups.first, head.count <= 9, groups.count == 1 || head.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 }), let number = Int(groups.joined()),
            !unit.contains("%"), !tokens.contains(where: { $0.unit?.dimension == .time && $0.range.count > 1 })
        else { return nil }
        return (number, unit.lowercased())
    }
}

/// `72 warnings`.
private struct CountedThing {
    let count: Int
    /// As printed, in small letters.
    let noun: String
    let span: SourceSpan
    var key: String { thingKey(noun) }
}

/// One key for one and for many: `warning`, `warnings`.
private func thingKey(_ noun: String) -> String {
    noun.utf8.count > 3 && noun.hasSuffix("s") ? String(noun.dropLast()) : noun
}

extension ArraySlice<ContentLine> {
    /// The items of the list that begins with the first line, without what is nested in it.
    fileprivate var directList: [ContentLine] {
        guard let first, first.isItem, first.depth == 0 else { return [] }
        return prefix { $0.isItem || $0.depth > 0 }.filter { $0.isItem && $0.depth == 0 && $0.list == first.list }
    }
}

extension ReadText {
    /// Whole numbers directly before a word that is no unit and no part of a plan, as long as the text does not say that they
    /// are rough or some of many.
    fileprivate var countedThings: [CountedThing] {
        guard mentions(.number), tokens.count <= 160 else { return [] }
        return tokens.indices.dropLast().compactMap { index -> CountedThing? in
            let next = tokens[index + 1]
            guard let number = tokens[index].wholeNumber, !next.glued, let noun = word(next), next.range.count >= 4,
                next.unit == nil, next.month == nil,
                !next.isA(
                    WordClassSet.planParts.union(.calendarUnits).union([.of, .and, .to, .percentWord, .orMore, .orLess])
                ),
                index == 0 || !isBound(index - 1) || fileNouns.contains(noun) && isWord(index - 1, "in")
            else { return nil }
            return CountedThing(count: number, noun: noun, span: span(tokens: index..<index + 2))
        }
    }

    /// `~72 warnings`, `up to 72 warnings`, `v2.72 warnings`, `phase 2 warnings`, `10-72 warnings`.
    private func isBound(_ index: Int) -> Bool {
        let token = tokens[index]
        if let sign = token.sign {
            return sign != "(" && sign != ":" && sign != "," && !(sign.isDash && !token.glued) && sign != "*"
        }
        return token.number != nil || token.isA([.comparison, .about, .upTo])
            || token.isA(WordClassSet.planParts.union(.calendarUnits).union([.step, .level]))
    }
}

extension Token {
    fileprivate var wholeNumber: Int? {
        guard let number, number >= 1, number < 1_000_000, number == number.rounded() else { return nil }
        return Int(number)
    }
}
