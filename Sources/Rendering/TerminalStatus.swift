package import Report

/// The report for a terminal: verdict first, then whether it can be trusted, then the parts.
///
/// - Parameters:
///   - color: whether escape sequences are allowed; words and shapes say the same without them.
///   - width: columns; lines are wrapped at it, at 40 at least.
package func renderTerminalStatus(_ report: Report, color: Bool, width: Int) -> String {
    let page = TerminalPage(color: color, width: max(width, 40))
    var lines: [String] = []
    lines += page.wrap(report.title)
    lines += page.wrap(report.verdict.headline, mark: report.verdict.status, bold: true)
    for text in report.verdict.sentences + report.verdict.unknowns + [report.verdict.more].compactMap(\.self) {
        lines += page.wrap(text, indent: 2)
    }
    lines.append("")
    lines += page.pairs(
        [("Today", report.day.text)] + report.summary.map { ($0.label, $0.text) } + [
            ("Made", report.trust.madeAt.text), ("Newest sample", report.trust.newestText),
            ("Next update", report.trust.nextText),
        ])
    if let note = report.trust.snapshotNote { lines += page.wrap(note) }

    lines += page.section("Measures", empty: "No KPI in these documents.", report.measures) { measure in
        page.wrap("\(measure.name): \(measure.value) (\(measure.basis))", mark: measure.status)
            + page.wrap(measure.reason, indent: 4)
            + (measure.limitsText.map { page.wrap($0, indent: 4) } ?? [])
            + page.wrap(measure.evidence, indent: 4)
    }
    lines += page.section("Phases", empty: "No phases in these documents.", report.timeline.phases) { phase in
        let name = [phase.label, phase.name].compactMap(\.self).joined(separator: " ")
        let detail = [phase.when, phase.progress].compactMap(\.self).joined(separator: ", ")
        return page.wrap("\(name)\(detail.isEmpty ? "" : " (\(detail))")", mark: phase.status)
    }
    lines += page.section("Flags", empty: "No feature flags in these documents.", report.flags.shown) { flag in
        page.wrap("\(flag.name): \(flag.actual), planned \(flag.planned)", mark: flag.status)
    }
    if let rest = report.flags.restSummary { lines += page.wrap(rest, indent: 2) }
    lines += page.section("In the way", empty: "Nothing known.", report.obstacles) { obstacle in
        page.wrap("\(obstacle.title): \(obstacle.reason)", mark: obstacle.status)
            + (obstacle.wayBack.map { page.wrap("Way back: \($0)", indent: 4) } ?? [])
            + page.wrap(obstacle.detail, indent: 4)
    }
    let triggers = report.triggers.shown
    if !triggers.isEmpty || report.triggers.quietSummary != nil {
        lines += page.section("Triggers", empty: "None fires.", triggers) { trigger in
            page.wrap(trigger.text, mark: trigger.status) + page.wrap(trigger.reason, indent: 4)
                + page.wrap(trigger.detail, indent: 4)
        }
        if let quiet = report.triggers.quietSummary { lines += page.wrap(quiet, indent: 2) }
    }
    lines += page.section("Next", empty: "Nothing known.", report.nextSteps) { step in
        page.wrap("\(step.when): \(step.title)", indent: 2)
    }
    lines += [""] + page.wrap("\(report.findings.summary).")
    return lines.joined(separator: "\n") + "\n"
}

/// Wraps and marks lines; text from documents loses its control characters on the way.
private struct TerminalPage {
    let color: Bool
    let width: Int

    func wrap(_ text: String, indent: Int = 0) -> [String] {
        fill(text, first: String(repeating: " ", count: indent), rest: String(repeating: " ", count: indent))
    }

    func wrap(_ text: String, mark: Status, bold: Bool = false) -> [String] {
        let label = bold ? mark.symbol.glyph : "\(mark.symbol.glyph) \(mark.word)"
        var lines = fill(text, first: "  \(label)  ", rest: "    ")
        let code = bold ? "1;\(escapeCode(mark.tone))" : escapeCode(mark.tone)
        if color, bold {
            lines = lines.map { "\u{1B}[\(code)m\($0)\u{1B}[0m" }
        } else if color {
            lines[0] = "  \u{1B}[\(code)m\(label)\u{1B}[0m" + lines[0].dropFirst(2 + label.count)
        }
        return lines
    }

    func pairs(_ pairs: [(String, String)]) -> [String] {
        let column = (pairs.map { $0.0.count }.max() ?? 0) + 2
        return pairs.flatMap { label, text in
            fill(
                text, first: label + String(repeating: " ", count: column - label.count),
                rest: String(repeating: " ", count: column))
        }
    }

    func section<Element>(
        _ title: String, empty: String, _ elements: [Element], _ line: (Element) -> [String]
    ) -> [String] {
        ["", color ? "\u{1B}[1m\(title)\u{1B}[0m" : title]
            + (elements.isEmpty ? wrap(empty, indent: 2) : elements.flatMap(line))
    }

    private func fill(_ text: String, first: String, rest: String) -> [String] {
        var lines = [first]
        var isFresh = true
        for word in TextFormat.plain.escape(text).split(separator: " ") {
            if !isFresh, lines[lines.count - 1].count + 1 + word.count > width {
                lines.append(rest)
                isFresh = true
            }
            lines[lines.count - 1] += isFresh ? String(word) : " \(word)"
            isFresh = false
        }
        return lines
    }

    /// Of the sixteen standard colours, which every terminal theme adapts.
    private func escapeCode(_ tone: Status.Tone) -> String {
        switch tone {
        case .ok: "32"
        case .off: "33"
        case .alert: "35"
        case .crit: "31"
        case .active: "34"
        case .none: "90"
        }
    }
}
