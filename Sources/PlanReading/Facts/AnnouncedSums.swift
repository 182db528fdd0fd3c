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
            guard section.lineClasses.contains(.number) || section.title.mentions(.number) else { return [] }
            return listedSums(section) + section.tables.prefix(20).flatMap { tabledSums($0, section) }
        }
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

    /// A column whose head is the thing and whose cells are numbers.
    private func tabledSums(_ table: ContentTable, _ section: OutlineSection) -> [AnnouncedSum] {
        guard table.rows.count >= 2, table.rows.count < 200 else { return [] }
        let start = table.node.span.range.lowerBound
        let leads = section.lines.filter { !$0.isItem && $0.text.span.range.lowerBound < start }.suffix(2)
        let texts = leads.map { ($0.text, $0.reading) } + [(section.title, Reading.heading)]
        return table.header.indices.dropFirst().compactMap { column -> AnnouncedSum? in
            let head = table.header[column]
            guard head.tokens.count == 1, let noun = head.word(head.tokens[0]) else { return nil }
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
            guard parts.count == rows.count else { return nil }
            return AnnouncedSum(announced: Claim(thing.count, at: thing.span, reading), noun: thing.noun, parts: parts)
        }
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
        guard mentions(.number), tokens.count <= 60 else { return [] }
        return tokens.indices.dropLast().compactMap { index -> CountedThing? in
            let next = tokens[index + 1]
            guard let number = tokens[index].wholeNumber, !next.glued, let noun = word(next), next.range.count >= 4,
                next.unit == nil, next.month == nil,
                !next.isA(
                    WordClassSet.planParts.union(.calendarUnits).union([.of, .and, .to, .percentWord, .orMore, .orLess])
                ),
                index == 0 || !isBound(index - 1)
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
