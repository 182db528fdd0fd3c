import SourceText

extension LintReport {
    /// The findings as compilers print them: place, rule, message, and both excerpts with the stretches underlined.
    ///
    /// A line of excerpt stays within 120 columns. Ends with a summary in one line.
    package func text(style: TextStyle = .plain) -> String {
        var positions = Positions()
        let told = findings.filter { !isElsewhere($0) }.map { FindingText($0, style, &positions) }
        var output = told.mapSideBySide(atLeast: 50) { $0.written() + "\n" }.joined()
        output += Paint.strong(summary, style) + "\n"
        if let base { output += "\(TerminalText.safe(base.summary))\n\(elsewhere().map { "  \($0)" }.joined())" }
        return output
    }
}

extension Finding {
    /// The finding with its excerpts as ``LintReport/text(style:)`` shows it, without colours.
    func text(_ positions: inout Positions) -> String {
        FindingText(self, .plain, &positions).written()
    }
}

private struct FindingText {
    private let finding: Finding
    private let style: TextStyle
    /// Where its span lies, if it has one, and those of its notes.
    private let places: [String]
    /// Digits of the largest line number shown.
    private let gutter: Int

    private static let lineWidth = 120

    init(_ finding: Finding, _ style: TextStyle, _ positions: inout Positions) {
        self.finding = finding
        self.style = style
        let spans = [finding.span].compactMap(\.self) + finding.related.map(\.span)
        gutter = spans.map { String($0.file.line(at: $0.range.lowerBound)).utf8.count }.max() ?? 0
        places = spans.map { placeText($0, &positions) }
    }

    func written() -> String {
        var output = ""
        let severity = paint("\(finding.severity.rawValue)[\(finding.rule)]", style)
        let message = Paint.strong(TerminalText.safe(finding.message), style)
        if finding.span != nil { output += places[0] + ": " }
        output += "\(severity): \(message)\n"
        if let span = finding.span { writeExcerpt(of: span, label: finding.label ?? "", with: paint, to: &output) }
        for (note, place) in zip(finding.related, places.suffix(finding.related.count)) {
            output += "\(frame(margin + ":::")) \(place)\n"
            writeExcerpt(of: note.span, label: note.message, with: .frame, to: &output)
        }
        if let help = finding.help { output += "\(frame(margin + " =")) help: \(TerminalText.safe(help))\n" }
        return output
    }

    private var margin: String { String(repeating: " ", count: gutter) }

    private var paint: Paint {
        switch finding.severity {
        case .error: .error
        case .warning: .warning
        case .info: .info
        }
    }

    private func frame(_ text: String) -> String { Paint.frame(text, style) }

    private func writeExcerpt(of span: SourceSpan, label: String, with paint: Paint, to output: inout String) {
        let excerpt = SourceExcerpt(span, width: FindingText.lineWidth - gutter - 3)
        let number = String(excerpt.lineNumber)
        let padded = String(repeating: " ", count: gutter - number.count) + number
        let carets = String(repeating: "^", count: excerpt.length)
        let underline = paint(label.isEmpty ? carets : "\(carets) \(TerminalText.safe(label))", style)
        output += frame("\(margin) |") + "\n"
        output += excerpt.line.isEmpty ? frame("\(padded) |") + "\n" : "\(frame("\(padded) |")) \(excerpt.line)\n"
        output += "\(frame("\(margin) |")) \(String(repeating: " ", count: excerpt.indent))\(underline)\n"
    }
}
