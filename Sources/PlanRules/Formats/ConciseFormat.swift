import SourceText

extension LintReport {
    /// One finding a line, as editors and `grep` take it apart: `path:line:column: severity[rule] message (see …)`.
    ///
    /// Columns count characters. Nothing at all where nothing was found.
    package func concise() -> String { concise(findings).joined() }

    /// The findings that the change caused but touched on no side, a line each; empty without a base.
    func elsewhere() -> [String] { concise(findings.filter(isElsewhere)) }

    private func concise(_ findings: [Finding]) -> [String] {
        var positions = Positions()
        return findings.map { finding in
            let place = finding.span.map { "\(placeText($0, &positions)): " } ?? ""
            let others = finding.related.map { placeText($0.span, &positions) }
            let tail = others.isEmpty ? "" : " (see \(others.joined(separator: ", ")))"
            return
                "\(place)\(finding.severity.rawValue)[\(finding.rule)] \(TerminalText.safe(finding.message))\(tail)\n"
        }
    }
}

/// `path:line:column`, safe to print at the start of a line.
func placeText(_ span: SourceSpan, _ positions: inout Positions) -> String {
    let start = positions.start(of: span)
    let path = TerminalText.safe(span.path)
    // A line that begins so is a command to a GitHub runner, which reads everything that a step prints.
    let isCommand = path.drop { $0 == " " }.hasPrefix("::")
    return "\(isCommand ? "./" : "")\(path):\(start.line):\(start.column)"
}
