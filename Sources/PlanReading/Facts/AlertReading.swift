import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Limits of alerts that stand as plain lines: `Error rate > 5%` under a heading on alerts, `Error rate threshold: 5%`.
    ///
    /// A line that leads to a rollback or halt is a trigger and none of these.
    func alertThresholds(_ section: OutlineSection) -> [ThresholdSighting] {
        let level = alertLevel(of: section)
        let phase = phase(of: section)?.heading
        guard level != nil || section.lines.contains(where: { $0.field != nil }) else { return [] }
        return section.lines.compactMap { line in
            guard line.isItem, line.task == nil, !line.text.mentions(.rollback) else { return nil }
            if let named = namedThreshold(line, phase) { return named }
            guard let level, line.field.map({ self.level(named: $0.key) == nil || hasLimit($0.key) }) ?? true,
                let measure = LimitedMeasure(line.text)
            else { return nil }
            return ThresholdSighting(
                metric: measure.metric, origin: .criterion,
                limits: [level: Claim(measure.limit, at: measure.limitSpan, line.reading)], phase: phase,
                span: line.text.span)
        }
    }

    /// What the nearest heading that speaks of alerts calls them; nil under headings on rollbacks and criteria.
    private func alertLevel(of section: OutlineSection) -> LimitLevel? {
        guard stands(section, under: [.warning, .alerting]) else { return nil }
        for candidate in [section] + ancestors(of: section) where candidate.level > 1 {
            let title = candidate.title
            if title.mentions(noAlerts) { return nil }
            let alerts = title.mentions([.warning, .alerting])
            if alerts { return title.mentions(.critical) ? .critical : .warning }
        }
        return nil
    }

    private func hasLimit(_ key: ReadText) -> Bool { !key.quantities.comparedLimits().isEmpty }

    /// `Latency threshold: 5000ms`.
    private func namedThreshold(_ line: ContentLine, _ phase: PhaseHeading?) -> ThresholdSighting? {
        guard let field = line.field, let last = field.key.tokens.last,
            last.isA(.thresholdNoun),
            field.key.tokens.count > 1, let match = field.value.quantities.fieldLimit(), match.tokens.lowerBound == 0
        else { return nil }
        return ThresholdSighting(
            metric: field.key.text(tokens: 0..<field.key.tokens.count - 1), origin: .criterion,
            limits: [.warning: Claim(match.limit, at: field.value.span(tokens: match.tokens), .field)], phase: phase,
            span: line.text.span)
    }
}

/// Titles with such a word hold conditions of their own.
private let noAlerts: WordClassSet = [.rollback, .risk, .success, .criterion, .issue]
