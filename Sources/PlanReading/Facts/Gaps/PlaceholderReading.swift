import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// What the document leaves open.
    func readGaps() -> DocumentGaps {
        DocumentGaps(
            placeholders: readPlaceholders(), openRisks: readOpenRisks(), ownerGaps: forPreview { readOwnerGaps() },
            brokenBoxes: readBrokenBoxes())
    }

    /// Blanks that were never filled in, in titles, fields, cells, items and short lines, in reading order.
    ///
    /// A template is made of them; what is known to be open has a section of its own; results come later.
    func readPlaceholders() -> [Placeholder] {
        guard !isTemplate else { return [] }
        let code = CodePlaces(document)
        let found = planSections.flatMap { placeholders(in: $0, code) }
        return (found + angleBlanks()).sorted { $0.span < $1.span }
    }

    private func placeholders(in section: OutlineSection, _ code: CodePlaces) -> [Placeholder] {
        let isMessage = stands(section, under: .communication)
        func placeholder(_ text: ReadText, _ place: BlankReader.Place, _ reading: Reading) -> Placeholder? {
            guard BlankReader.mayHold(text),
                let blank = BlankReader(text, place, fillsForms: !isMessage).blank, !code.contains(blank.span)
            else { return nil }
            return Placeholder(text: blank.text, span: blank.span, reading: reading, section: section.index - 1)
        }
        let title = placeholder(section.title, .title, .heading)
        guard !stands(section, under: filledElsewhere) else { return [title].compactMap(\.self) }
        let lines = section.lines.compactMap { line -> Placeholder? in
            guard BlankReader.mayHold(line.text) else { return nil }
            // `Approved by:` over `Name: [Name]`
            if let lead = line.parent, section.lines[lead].text.mentions(filledLater) { return nil }
            guard let field = line.field else {
                return placeholder(line.text, line.task != nil ? .task : line.isItem ? .item : .prose, line.reading)
            }
            if field.key.mentions(.filledLater) { return nil }
            if line.task != nil { return placeholder(field.value, .task, .field) }
            return placeholder(field.value, .value, .field) ?? placeholder(line.text, .lead, line.reading)
        }
        return [title].compactMap(\.self) + lines
            + section.tables.flatMap { table in cells(of: table).compactMap { placeholder($0, .value, .tableCell) } }
    }

    /// Cells that say something of the plan: none of a column that is filled in later, and none of one that counts what is done.
    private func cells(of table: ContentTable) -> [ReadText] {
        guard table.rows.contains(where: { $0.cells.contains(where: BlankReader.mayHold) }) else { return [] }
        let columns = table.header.indices.filter { column in
            !table.header[column].mentions(.filledLater)
                && !table.rows.contains { $0.cell(column)?.mentions(.done) == true }
        }
        return table.rows.flatMap { row in columns.compactMap { row.cell($0) } }
    }

    /// Whether the document's title or name calls it a template or an example.
    private var isTemplate: Bool {
        let title = sections.first { $0.level == 1 }?.title
        return title?.mentions(.aside) == true || style.vocabulary.classes(ofName: source.path).contains(.aside)
    }
}

/// Under such titles blanks are meant.
private let filledElsewhere: WordClassSet = [.openPoint, .filledLater, .approval]
private let filledLater: WordClassSet = [.filledLater, .approval]

/// Where code spans stand in a document.
///
/// Looked for when the first is asked for: most documents leave nothing open.
final class CodePlaces {
    private let document: MarkdownDocument
    private lazy var ranges = document.codeSpans.map(\.span.range)

    init(_ document: MarkdownDocument) { self.document = document }

    func contains(_ span: SourceSpan) -> Bool {
        let index = ranges.countOfLeading { $0.upperBound <= span.range.lowerBound }
        return index < ranges.count && ranges[index].lowerBound <= span.range.lowerBound
    }
}
