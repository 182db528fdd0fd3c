import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Conditions that name a measure and a limit and lead to a rollback, halt or pause.
    func readTriggers() -> [Trigger] {
        sections.flatMap { section -> [Trigger] in
            let isTriggerSection =
                stands(section, under: .trigger)
                && stands(section, under: wayBack)
            return section.lines.compactMap { trigger($0, inTriggerSection: isTriggerSection, in: section) }
                + section.tables.flatMap { tabledTriggers($0, section, isTriggerSection) }
        }
    }

    private func trigger(_ line: ContentLine, inTriggerSection: Bool, in section: OutlineSection) -> Trigger? {
        let text = line.text
        let underTrigger =
            inTriggerSection
            || line.parent.map { index in
                let parent = section.lines[index].text
                return parent.mentions(.trigger) && parent.mentions(wayBack)
            } ?? false
        guard underTrigger || text.mentions(triggerActions), line.task == nil, let measure = LimitedMeasure(text) else {
            return nil
        }
        // The action stands behind the condition or leads to it; a budget such as `rollback in < 5 minutes` is none.
        guard
            measure.limit.quantity.unit.dimension != .time || underTrigger
                || text.tokens.contains(where: { $0.isSign("→") || $0.isSign(.thinArrow) })
        else { return nil }
        return Trigger(
            text: text.text, metric: measure.metric, condition: measure.limit, window: measure.limit.window,
            action: action(text), span: text.span)
    }

    private func tabledTriggers(_ table: ContentTable, _ section: OutlineSection, _ inTriggerSection: Bool) -> [Trigger]
    {
        guard let column = table.column([.trigger, .symptom]) else { return [] }
        let actionColumn = table.column(.action)
        return table.rows.compactMap { row in
            guard let cell = row.cell(column), let measure = LimitedMeasure(cell) else { return nil }
            let acts = row.cell(actionColumn)
            guard inTriggerSection || acts?.mentions(triggerActions) == true else { return nil }
            return Trigger(
                text: cell.text, metric: measure.metric, condition: measure.limit, window: measure.limit.window,
                action: acts.flatMap(action), span: cell.span)
        }
    }

    private func action(_ text: ReadText) -> String? {
        if text.mentions(.rollback) { return "rollback" }
        if text.mentions(.pause) { return "pause" }
        if text.mentions(.halt) { return "halt" }
        return nil
    }
}

extension Limit {
    /// `for 5 minutes`, as a length of time.
    var window: TimeAmount? {
        windowSeconds.map { TimeAmount(kind: .measured, seconds: $0, text: formatSeconds($0)) }
    }
}

private let wayBack: WordClassSet = [.rollback, .halt]
private let triggerActions: WordClassSet = [.rollback, .triggerAction]
