import SourceText

extension LintReport {
    /// The findings as compilers print them: place, rule, message, and both excerpts with the stretches underlined.
    ///
    /// A line of excerpt stays within 120 columns. Ends with a summary in one line.
    package func text(style: TextStyle = .plain) -> String {
        var output = ""
        var positions = Positions()
        for finding in findings where !isElsewhere(finding) {
            FindingText(finding, style).write(to: &output, &positions)
            output += "\n"
        }
        output += Paint.strong(summary, style) + "\n"
        if let base { output += "\(TerminalText.safe(base.summary))\n\(elsewhere().map { "  \($0)" }.joined())" }
        return output
    }
}

extension Finding {
    /// The finding with its excerpts as ``LintReport/text(style:)`` shows it, without colours.
    func text(_ positions: inout Positions) -> String {
        var output = ""
        FindingText(self, .plain).write(to: &output, &positions)
        return output
    }
}

private struct FindingText {
    private let finding: Finding
    private let style: TextStyle
    /// Digits of the largest line number shown.
    private let gutter: Int

    private static let lineWidth = 120

    init(_ finding: Finding, _ style: TextStyle) {
        self.finding = finding
        self.style = style
        let spans = [finding.span].compactMap(\.self) + finding.related.map(\.span)
        gutter = spans.map { String($0.file.line(at: $0.range.lowerBound)).count }.max() ?? 0
    }

    func write(to output: inout String, _ positions: inout Positions) {
        let severity = paint("\(finding.severity.rawValue)[\(finding.rule)]", style)
        let message = Paint.strong(TerminalText.safe(finding.message), style)
        if let span = finding.span { output += placeText(span, &positions) + ": " }
        output += "\(severity): \(message)\n"
        if let span = finding.span { writeExcerpt(of: span, label: finding.label ?? "", with: paint, to: &output) }
        for note in finding.related {
            output += "\(frame(margin + ":::")) \(placeText(note.span, &positions))\n"
            writeExcerpt(of: note.span, label: note.message, with: .frame, to: &output)
        }
        if let help = finding.help { output += "\(frame(margin + " =")) help: \(TerminalText.safe(help))\n" }
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
