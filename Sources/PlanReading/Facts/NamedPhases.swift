import Plan

extension DocumentOutline {
    /// Headings that repeat the names of phases which only a table or a list counts: `## Pilot` or `## 2. Pilot` below
    /// `| 2 | Pilot | Week 4 |`; and beside them those that repeat a number alone.
    func namedPhases(_ lists: [[PhaseSighting]], _ headed: [PhaseSighting]) -> [PhaseSighting] {
        let keywords = Set(headed.map(\.heading.keyword))
        let told = lists.joined().lazy.filter { $0.role == .definition && $0.heading.isNamed }.map(\.heading)
            .filter { !keywords.contains($0.keyword) && !$0.isTimed }
        let byName = Dictionary(told.map { (slug($0.name.value), $0) }) { $1 }
        guard !byName.isEmpty else { return [] }
        let titles = planSections.compactMap { section -> NumberedTitle? in
            guard section.level > 1, headings[section.index].isEmpty, !stands(section, under: .rollback) else {
                return nil
            }
            let title = NumberedTitle(section)
            return title.number != nil || byName[title.name] != nil ? title : nil
        }
        var phases = titles.map { byName[$0.name] }
        for (index, phase) in renamed(titles, phases, Array(told)) { phases[index] = phase }
        return zip(titles, phases).compactMap { title, phase in
            phase.map { headedPhase(PhaseHeading(title.section.title, from: title.start, like: $0), title.section) }
        }
    }

    /// The phases of headings that have the number of one, but another name: `## 1. Set-up` above `## 2. Pilot`, which has
    /// the number and the name of another.
    ///
    /// Such a heading must say what phases say, how long it takes or how it is taken back, and no heading beside it may
    /// give a phase another number: sections are numbered, too.
    private func renamed(
        _ titles: [NumberedTitle], _ phases: [PhaseHeading?], _ told: [PhaseHeading]
    ) -> [(Int, PhaseHeading)] {
        var byNumber: [Double: PhaseHeading] = [:]
        for heading in told {
            guard let number = heading.number,
                byNumber[number] == nil || byNumber[number]?.name.value == heading.name.value
            else { return [] }
            byNumber[number] = heading
        }
        let named = Set(phases.compactMap { $0?.number })
        guard named.count < byNumber.count else { return [] }
        let rows = Dictionary(grouping: titles.indices) { titles[$0].row }
        return rows.values.flatMap { row -> [(Int, PhaseHeading)] in
            let known = row.filter { phases[$0] != nil }
            guard !known.isEmpty, known.allSatisfy({ titles[$0].number == phases[$0]?.number }) else { return [] }
            return row.compactMap { index in
                guard phases[index] == nil, let number = titles[index].number, !named.contains(number),
                    let phase = byNumber[number], !PhaseFields(titles[index].section, self).isEmpty
                else { return nil }
                return (index, phase)
            }
        }
    }
}

/// `2. Pilot` over a section.
private struct NumberedTitle {
    /// Headings of one level in one section.
    struct Row: Hashable {
        let parent: Int?
        let level: Int
    }
    let section: OutlineSection
    /// The token behind the number.
    let start: Int
    let number: Double?
    let name: String

    init(_ section: OutlineSection) {
        self.section = section
        start = TitleParts.ordinalEnd(section.title)
        number = start > 0 ? section.title.tokens[0].number : nil
        name = slug(TitleParts(section.title, from: start).name)
    }

    var row: Row { Row(parent: section.parent, level: section.level) }
}
