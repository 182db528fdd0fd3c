import SourceText

extension ChangeList {
    mutating func compareChecklists(_ before: Plan, _ after: Plan) {
        let (old, new) = (listedItems(before), listedItems(after))
        var pairing = Pairing(
            old, new,
            rounds: [
                .alike { item, _ in "\(item.path)\n\(item.section)\n\(item.text)" },
                .alike { item, _ in "\(item.section)\n\(item.text)" },
                .called { item in item.text },
            ])
        pairing.pairRenamed(within: \.section, name: \.text)
        let (oldSections, newSections) = (Set(old.map(\.section)), Set(new.map(\.section)))
        for (before, after) in pairing.pairs {
            if before.text != after.text {
                add(
                    PlanChange(
                        .item, .changed, after.list.section, before: .init(before.item.text, at: before.item.span),
                        after: .init(after.item.text, at: after.item.span)))
            }
            if before.item.checked != after.item.checked {
                add(
                    PlanChange(
                        .item, after.item.checked ? .ticked : .unticked, after.list.section,
                        before: .init(before.item.text, at: before.item.span),
                        after: .init(after.item.text, at: after.item.span),
                        text: "\(clipped(after.list.section)): \(clipped(after.item.text))"))
            }
            // Where one of the two lists is not in the other plan, the list was renamed.
            if before.section != after.section, newSections.contains(before.section),
                oldSections.contains(after.section)
            {
                add(
                    PlanChange(
                        .item, .moved, after.item.text, before: .init(before.list.section, at: before.item.span),
                        after: .init(after.list.section, at: after.item.span)))
            }
        }
        addUnpaired(pairing, .item) {
            $0.list.section
        } side: {
            .init($0.item.text, at: $0.item.span)
        }
        compareCompletions(before, after)
    }

    /// What a heading or a status calls done.
    private mutating func compareCompletions(_ before: Plan, _ after: Plan) {
        let pairing = Pairing(
            before.checklists, after.checklists,
            rounds: [
                .called { list in "\(list.span.path)\n\(list.sectionKey)" }, .called { list in list.sectionKey },
            ])
        for (old, new) in pairing.pairs where old.completions.isEmpty != new.completions.isEmpty {
            let claim = new.completions.first ?? old.completions.first
            add(
                PlanChange(
                    .checklist, new.completions.isEmpty ? .unticked : .ticked, new.section, "called done",
                    before: old.completions.first.map { .init($0.value, at: $0.span) },
                    after: new.completions.first.map { .init($0.value, at: $0.span) },
                    text: "\(clipped(new.section)): \(clipped(claim?.value ?? ""))"))
        }
    }
}

private struct ListedItem {
    let list: Checklist
    let item: ChecklistItem
    let path: String
    let section: String
    let text: String
}

private func listedItems(_ plan: Plan) -> [ListedItem] {
    plan.checklists.flatMap { list in
        let key = list.sectionKey
        return list.items.map {
            ListedItem(list: list, item: $0, path: list.span.path, section: key, text: meaning(of: $0.text))
        }
    }
}

extension Checklist {
    /// The heading, with the one above it: every day has its `Morning`.
    fileprivate var sectionKey: String { (path.suffix(1) + [section]).map { meaning(of: $0) }.joined(separator: "\n") }
}
