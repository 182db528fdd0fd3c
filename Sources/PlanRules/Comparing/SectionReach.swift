import Plan
import SourceText

/// How far the sections around a place reach, for facts that a place stands among.
struct SectionReach {
    private struct Section {
        let start: Int
        let end: Int
        let level: Int
        let parent: Int?
        let isProcedure: Bool
    }
    private let documents: [String: [Section]]

    init(_ plan: Plan) {
        let procedures = Set(plan.rollbackProcedures.map { SourceLine($0.span) })
        documents = Dictionary(
            plan.documents.map { document in
                let file = document.source
                var sections: [Section] = []
                let nesting = SectionNesting(of: document)
                for (index, section) in document.sections.enumerated() {
                    let line = SourceLine(path: document.path, number: file.line(at: section.start))
                    sections.append(
                        Section(
                            start: section.start, end: nesting.ends[index], level: section.level,
                            parent: nesting.parents[index],
                            isProcedure: procedures.contains(line)))
                }
                return (document.path, sections)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The procedure that holds a place; else its section with the one above, up to the second level.
    func range(around span: SourceSpan) -> Range<Int> {
        let whole = 0..<span.file.bytes.count
        guard let sections = documents[span.path], let inner = index(at: span.range.lowerBound, sections) else {
            return whole
        }
        var next: Int? = inner
        while let index = next {
            if sections[index].isProcedure { return sections[index].start..<sections[index].end }
            next = sections[index].parent
        }
        let own = sections[inner]
        guard own.level > 2, let parent = own.parent, sections[parent].level > 1 else { return own.start..<own.end }
        return sections[parent].start..<sections[parent].end
    }

    /// Whether a place stands in the section that a heading begins.
    func stands(_ span: SourceSpan, under heading: SourceSpan) -> Bool {
        guard let sections = documents[span.path], let inner = index(at: span.range.lowerBound, sections) else {
            return false
        }
        let line = heading.file.line(at: heading.range.lowerBound)
        var next: Int? = inner
        while let index = next {
            if heading.file.line(at: sections[index].start) == line { return true }
            next = sections[index].parent
        }
        return false
    }

    /// The last section that starts at or before a place.
    private func index(at offset: Int, _ sections: [Section]) -> Int? {
        let count = sections.countOfLeading { $0.start <= offset }
        return count > 0 ? count - 1 : nil
    }
}
