import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Lines of programs and of plain text in code blocks that name a limit and what it leads to:
    /// `if (errorRate > 0.05) rollback()`, `├─ High → rollback if > 2x slower`.
    func codeGates(_ section: OutlineSection) -> StatedLimits {
        var limits = StatedLimits()
        for block in section.codeBlocks {
            guard !block.isShell, !["markdown", "md", "diff", "patch"].contains(block.language) else { continue }
            for line in comparingLines(block.content) {
                let text = ReadText(block.content.slice(line.range), style)
                if !block.isProgram, let trigger = listed(text) {
                    limits.triggers.append(trigger)
                } else if let trigger = gate(text, next: { ReadText(block.content.slice(line.next), style) }) {
                    limits.triggers.append(trigger)
                    let words = text.tokens.indices.filter { text.tokens[$0].isWord }
                    limits.gateNames.formUnion(words.map { text.text(tokens: $0..<$0 + 1) })
                }
            }
        }
        return limits
    }

    /// A line of text that says itself what its limit leads to.
    private func listed(_ text: ReadText) -> Trigger? {
        guard let measure = LimitedMeasure.all(in: text, .phrase).first,
            case .trigger(let action) = text.statedPurpose(of: measure, inStages: false)
        else { return nil }
        let whole = text.withoutBranches
        return Trigger(
            text: whole.text, metric: measure.metric.isEmpty ? nil : measure.metric,
            condition: measure.limit, window: measure.limit.window, action: action?.rawValue, span: whole.span)
    }

    /// `if (now.errorRate > gates.errorRate) return 'rollback';`, with the action in the line or at the head of the next.
    private func gate(_ text: ReadText, next: () -> ReadText) -> Trigger? {
        guard text.mentions(.when),
            let sign = text.tokens.indices.first(where: { text.tokens[$0].isA(.comparisonSign) }), sign > 0,
            sign + 1 < text.tokens.count, text.tokens[sign - 1].isWord, !text.tokens[sign - 1].isA(.when),
            text.tokens[sign + 1].isWord || text.tokens[sign + 1].number != nil
        else { return nil }
        let opens = text.tokens.last.map { $0.isSign("{") || $0.isSign(":") } ?? false
        guard let action = calledAction(text) ?? (opens ? calledAction(next()) : nil) else { return nil }
        let limit = text.quantities.limit(at: sign)?.limit
        return Trigger(
            text: text.text, metric: text.text(tokens: sign - 1..<sign), condition: limit, window: limit?.window,
            action: action.rawValue, span: text.span)
    }

    /// `rollback()`, `triggerRollback()`, `'pause'`.
    private func calledAction(_ text: ReadText) -> TriggerAction? {
        let actions: WordClassSet = [.rollback, .goBack, .triggerAction, .pause]
        for index in text.tokens.indices where text.tokens[index].isWord {
            if text.tokens[index].isA(actions) { return TriggerAction(text.tokens[index]) }
            let classes = style.vocabulary.classes(of: nameWords(text.text(tokens: index..<index + 1)))
            if classes.contains(.rollback) { return .rollback }
            if classes.contains(.pause) { return .pause }
        }
        return nil
    }

    /// The lines with a comparison, each with the line behind it, as ranges of the block's bytes.
    private func comparingLines(_ content: PlainText) -> [(range: Range<Int>, next: Range<Int>)] {
        let utf8 = content.utf8
        var lines: [(range: Range<Int>, compares: Bool)] = []
        var start = 0
        var compares = false
        for index in utf8.indices {
            switch utf8[index] {
            case UInt8(ascii: "\n"):
                lines.append((start..<index, compares))
                (start, compares) = (index + 1, false)
            // ≤ and ≥ begin with this byte.
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "%"), 0xE2: compares = true
            default: break
            }
        }
        if start < utf8.count { lines.append((start..<utf8.count, compares)) }
        return lines.indices.filter { lines[$0].compares && lines[$0].range.count < 400 }.map {
            (lines[$0].range, $0 + 1 < lines.count ? lines[$0 + 1].range : utf8.count..<utf8.count)
        }
    }
}

extension CodeBlock {
    /// Whether its lines are statements of a program, and no text or drawing.
    fileprivate var isProgram: Bool {
        !["", "text", "txt", "plaintext", "plain", "ascii", "yaml", "yml", "mermaid"].contains(language)
    }
}

extension ReadText {
    /// The text behind the branches of a drawn tree.
    fileprivate var withoutBranches: ReadText {
        tokens.firstIndex { $0.isWord || $0.number != nil }.map { rest(from: $0) } ?? self
    }
}
