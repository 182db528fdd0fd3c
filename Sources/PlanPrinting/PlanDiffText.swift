import Plan
import SourceText

extension PlanDiff {
    /// Each change in a line under its word, with the place below; for a terminal, without colour.
    package func text() -> String {
        var output = "\(onOneLine(headline))\n"
        let column = (changes.map(\.word.count).max() ?? 0) + 2
        let margin = String(repeating: " ", count: column)
        for change in changes {
            let word = change.word + String(repeating: " ", count: column - change.word.count)
            output += "\n\(word)\(onOneLine(change.text))\n"
            if let place = change.place {
                output += "\(margin)\(placeText(place))\(change.after == nil ? " before" : "")\n"
            }
        }
        return output
    }

    /// A comment for a pull request, in GitHub Flavored Markdown: a table with the alarming changes first.
    ///
    /// Nothing that a document says is rendered. At most sixty lines.
    package func markdown() -> String {
        var output = "**Plan \(MarkdownText.escaped(headline, longest: 300))**\n"
        guard !changes.isEmpty else { return output }
        output += "\n| | change | place |\n| --- | --- | --- |\n"
        for change in changes.prefix(PlanDiff.mostRows) {
            let word = change.isAlarming ? "**\(change.word)**" : change.word
            let place = change.place.map { placeText($0) } ?? ""
            output +=
                "| \(word) | \(MarkdownText.escaped(onOneLine(change.text), longest: 400)) "
                + "| \(MarkdownText.escaped(place, longest: 200))\(change.after == nil ? " before" : "") |\n"
        }
        let rest = changes.count - PlanDiff.mostRows
        if rest > 0 { output += "\nand \(rest) more\n" }
        return output
    }

    /// Four lines stand ahead of the rows and two behind them.
    private static let mostRows = 54

    private func placeText(_ span: SourceSpan) -> String {
        let start = span.start
        return "\(onOneLine(span.path)):\(start.line):\(start.column)"
    }
}
