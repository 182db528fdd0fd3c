import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The phases that a section's lists and paragraphs name line by line, a list each.
    ///
    /// - `**Phase 1: Prep (Day 1-3)**`: in bold and with its time, it may be all that tells of the phase.
    /// - `Phase 2 → 12-16 Jan`, `Week 3-4: Phase 2 (Pilot)`: nothing but the phase and its time.
    /// - `Phase 3 — Experiments`, in a list whose every item begins so: what an overview calls the phases.
    /// - `1. **Shadow** (Day 1-2): …` under a line that announces phases.
    ///
    /// Any other line may say anything of a phase.
    func listedPhases(_ section: OutlineSection, from number: Int) -> [[PhaseSighting]] {
        let speaksOfPhases = section.lineClasses.intersects(.planParts)
        guard speaksOfPhases || section.title.mentions(.planParts) && !section.lines.isEmpty else { return [] }
        let runs = section.topLines
        var lists: [[PhaseSighting]] = []
        for run in runs where speaksOfPhases {
            let sightings = run.compactMap { linedPhase($0, section, number + lists.count) }
            let names = sightings.count(where: { $0.role == .mention && $0.schedules.isEmpty })
            // Names stand in lists of names; a single one says something of its phase.
            let kept =
                names > 0 && (sightings.count < run.count || names < 2)
                ? sightings.filter { $0.role == .definition || !$0.schedules.isEmpty } : sightings
            if !kept.isEmpty { lists.append(kept) }
        }
        let bold = boldPhases(section, number + lists.count)
        if !bold.isEmpty { lists.append(bold) }
        if let announced = announcedPhases(section, runs, number + lists.count) { lists.append(announced) }
        return lists
    }

    private func linedPhase(_ index: Int, _ section: OutlineSection, _ list: Int) -> PhaseSighting? {
        let line = section.lines[index]
        guard line.text.mentions(.planParts) else { return nil }
        if let mention = timedMention(line, list) { return mention }
        let reading: Reading = line.isItem ? .listItem : .heading
        guard let heading = PhaseHeading(line.text, reading: reading), heading.isCounted else { return nil }
        let below = PhaseFields(line.isItem ? section.children(of: index).flatMap(\.fields) : [], self)
        let isDefinition = line.isBold && (heading.schedule != nil || !below.isEmpty)
        guard isDefinition || heading.isAll(of: line.text) else { return nil }
        var sighting = PhaseSighting(
            heading, at: line.text.span, role: isDefinition ? .definition : .mention, weight: isDefinition ? 100 : 10,
            path: source.path, list: list)
        sighting.add(below)
        return sighting
    }

    /// `**Phase 1: Staging**` as a paragraph of its own, for a heading: the fields behind it, up to the next one, are its own.
    private func boldPhases(_ section: OutlineSection, _ list: Int) -> [PhaseSighting] {
        var starts: [(index: Int, heading: PhaseHeading)] = []
        for (index, line) in section.lines.enumerated()
        where !line.isItem && line.isBold && line.depth == 0 && line.text.mentions(.planParts) {
            guard let heading = PhaseHeading(line.text), heading.isCounted, heading.isAll(of: line.text) else {
                continue
            }
            starts.append((index, heading))
        }
        guard starts.count >= 2 else { return [] }
        return starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1].index : section.lines.count
            let fields = section.lines[start.index + 1..<end].flatMap { $0.depth == 0 ? $0.fields : [] }
            var sighting = PhaseSighting(
                start.heading, at: section.lines[start.index].text.span, role: .definition, weight: 500,
                path: source.path, list: list)
            sighting.add(PhaseFields(fields, self))
            return sighting
        }
    }

    /// `Week 3-4: Phase 2 (Pilot)`.
    private func timedMention(_ line: ContentLine, _ list: Int) -> PhaseSighting? {
        guard let first = line.text.tokens.prefix(3).firstIndex(where: { $0.sign == nil }),
            let time = line.text.schedules.schedule(at: first)
        else { return nil }
        let next = time.tokens.upperBound
        guard next < line.text.tokens.count, line.text.tokens[next].sign != nil else { return nil }
        let rest = line.text.rest(from: next + 1)
        guard let heading = PhaseHeading(rest, reading: .listItem), heading.isCounted, heading.isAll(of: rest)
        else { return nil }
        var sighting = PhaseSighting(
            heading, at: line.text.span, role: .mention, weight: 10, path: source.path, list: list)
        sighting.schedules = [Claim(time.schedule, at: line.text.span(tokens: time.tokens), .listItem)]
        return sighting
    }

    /// The items of the list behind a line that announces phases (`The rollout has three phases:`), or under a title that does
    /// (`Phases`). A build has stages too: unless the line speaks of a plan, the items must say when they are.
    private func announcedPhases(_ section: OutlineSection, _ runs: [[Int]], _ list: Int) -> [PhaseSighting]? {
        let lead = section.lines.firstIndex { $0.announcedKeyword != nil }
        let title = lead == nil ? section.announcedKeyword : nil
        guard let keyword = lead.flatMap({ section.lines[$0].announcedKeyword }) ?? title,
            let run = runs.first(where: { section.lines[$0[0]].isItem && $0[0] > lead ?? -1 }), run.count >= 2,
            lead == nil || run[0] == (lead ?? 0) + 1
        else { return nil }
        let phases = run.compactMap { index -> PhaseSighting? in
            let line = section.lines[index]
            guard let heading = PhaseHeading(announced: line, keyword: keyword),
                title == nil || heading.takesDays
            else { return nil }
            return PhaseSighting(
                heading, at: line.text.span, role: .definition, weight: 100, path: source.path, list: list)
        }
        let speaksOfPlan = lead.map { section.lines[$0].text.mentions([.rolloutNoun, .strategy, .runbook]) } ?? false
        let timed = phases.count { $0.heading.takesDays || $0.heading.percent != nil }
        return phases.count == run.count && (speaksOfPlan || timed * 2 >= run.count) ? phases : nil
    }
}

extension PhaseHeading {
    /// Whether it says when it is, or that it takes a day or longer.
    fileprivate var takesDays: Bool { schedule != nil || (duration?.value.seconds ?? 0) >= 86_400 }
}

extension OutlineSection {
    /// `Phases`, `Rollout phases`: a title that names no single one.
    fileprivate var announcedKeyword: String? {
        guard title.isCalled([.phase, .stage, .wave], with: [.rollout, .strategy, .plain, .of]) else { return nil }
        guard !title.mentions(.number), PhaseHeading(title) == nil else { return nil }
        return title.tokens.lazy.compactMap(\.classes.stageKeyword).first
    }
}

extension ContentLine {
    /// `The rollout has three phases:`
    fileprivate var announcedKeyword: String? {
        guard !isItem, text.mentions(.planParts), text.tokens.last?.isSign(":") == true else { return nil }
        let word = text.tokens.indices.dropFirst().first { index in
            text.tokens[index].isA(.planParts)
                && (text.tokens[index - 1].spelledNumber ?? text.tokens[index - 1].number ?? 0) >= 2
        }
        return word.flatMap { text.tokens[$0].classes.stageKeyword }
    }
}

extension OutlineSection {
    /// Indices of the lines at the top, list by list; the lines of a paragraph are a list of their own.
    var topLines: [[Int]] {
        var runs: [[Int]] = []
        for index in lines.indices where lines[index].depth == 0 && lines[index].parent == nil {
            if let last = runs.last?.last, lines[last].isItem == lines[index].isItem,
                lines[index].isItem ? lines[last].list == lines[index].list : lines[last].node == lines[index].node
            {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs
    }
}
