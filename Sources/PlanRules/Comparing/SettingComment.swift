import Plan
import SourceText

/// What the comment directly above a line of a code block says; nil where the line above is none.
func comment(above span: SourceSpan) -> String? {
    let number = span.file.line(at: span.range.lowerBound)
    guard number > 1 else { return nil }
    let line = span.file.lineRange(number - 1)
    guard line.count < 400 else { return nil }
    let text = span.file.text(line).drop { $0 == " " || $0 == "\t" }
    guard text.hasPrefix("#") || text.hasPrefix("//") else { return nil }
    return String(text.drop { $0 == "#" || $0 == "/" || $0 == " " })
}

/// The headings above a place, the innermost first.
func titles(above span: SourceSpan, in plan: Plan) -> [String] {
    guard let document = plan.documents.first(where: { $0.path == span.path }) else { return [] }
    var titles: [String] = []
    var level = Int.max
    for section in document.sections.reversed()
    where section.start <= span.range.lowerBound && section.level < level {
        titles.append(section.title)
        level = section.level
    }
    return titles
}
