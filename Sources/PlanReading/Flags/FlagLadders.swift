import MarkdownTree
import Plan
import SourceText

extension ReadText {
    /// The ladder in the sentence of a name, between it and the next name: `` `x` goes 10% → 50% → 100% ``.
    func ladder(behind name: FlagName, _ reading: Reading) -> ShareLadder? {
        guard mentions(.percentSign), name.tokens.upperBound <= name.end else { return nil }
        return ShareLadder(shareSteps(in: name.tokens.upperBound..<name.end, reading))
    }

    /// The steps of a line that names no flag: `Day 15: 5%`, `10% → 25%, one a day`, `First week, the north: 10%`.
    ///
    /// - Parameter isLed: the line stands below one that says whose steps follow; else it must begin with a step.
    func steps(isLed: Bool, _ reading: Reading) -> [ShareLadder.Step] {
        guard mentions(.percentSign), beginsWithStep || isLed && tokens.count <= 14 else { return [] }
        return shareSteps(in: 0..<(tokens.indices.first(where: endsSentence) ?? tokens.count), reading)
    }

    /// `Week 5: `x` to 5%`, `Week 7: both to 50%`: shares and times beside the name, and no other word.
    fileprivate func tellsOnlyShares(beside name: FlagName?) -> Bool {
        guard let name else {
            guard let both = bothFlags else { return isOnlyShares(0..<tokens.count) }
            return isOnlyShares(0..<both.lowerBound, orNothing: true)
                && isOnlyShares(both.upperBound..<tokens.count, orNothing: true)
        }
        return isOnlyShares(0..<name.tokens.lowerBound, orNothing: true)
            && isOnlyShares(name.tokens.upperBound..<tokens.count)
    }

    /// `both`, `les deux`, `los dos`.
    fileprivate var bothFlags: Range<Int>? {
        guard mentions([.bothWord, .spelledNumber]) else { return nil }
        for index in tokens.indices {
            let isLed = index > 0 && tokens[index - 1].isA(.article)
            if tokens[index].isA(.bothWord) || isLed && tokens[index].spelledNumber == 2 {
                return (isLed ? index - 1 : index)..<index + 1
            }
        }
        return nil
    }

    private var beginsWithStep: Bool {
        for index in 0..<min(3, tokens.count) {
            if schedules.schedule(at: index) != nil || share(at: index) != nil || tokens[index].clock != nil {
                return true
            }
            if tokens[index].isWord { return false }
        }
        return false
    }
}

/// The ladders of a section that stand apart from the name that they belong to.
///
/// They belong to the name in the line that leads up to them (`` `x` goes up like this: ``) or in the section's title,
/// else to the only name in the section.
struct SectionLadders {
    private struct Run {
        let owner: FlagName?
        var steps: [ShareLadder.Step] = []
        /// `**Traffic**: 30%` says it all in one step.
        var isField = false
        /// `Raise to 50%` in the list whose item before raised its owner.
        var isContinued = false
    }
    private let place: FlagPlace
    private let style: WritingStyle
    private let titleName: FlagName?
    private let titleSteps: [ShareLadder.Step]
    private var owner: FlagName?
    /// The flag that the last item of the open list has raised, all that its items have, and the list.
    private var raised: (name: FlagName, all: [FlagName], list: MarkdownNode?)?
    private var runs: [Run] = []
    /// Names in lines that end with a colon, and where each line ends: what stands there next is told of them.
    private var leads: [(name: FlagName, end: Int)] = []
    private var isOpen = false
    private var nextBlock = 0
    private var onlyName: FlagName?
    private var hasOtherNames = false
    /// Those that the section calls flags, each once.
    private var calledNames: [FlagName] = []
    private var calledKeys: Set<String> = []

    init(_ place: FlagPlace, _ style: WritingStyle) {
        self.place = place
        self.style = style
        let names = place.section.title.flagNames(place.section.heading?.codeSpans ?? [])
        titleName = names.count == 1 ? names.first : nil
        owner = titleName
        onlyName = titleName
        hasOtherNames = names.count > 1
        let title = place.section.title
        titleSteps = title.shareSteps(in: 0..<title.tokens.count, .heading)
        if titleSteps.count > 1 { runs.append(Run(owner: titleName, steps: titleSteps)) }
    }

    /// Takes in the next line of the section, with the names in it, and the plain blocks behind it.
    mutating func add(_ line: ContentLine, _ index: Int, _ names: [FlagName]) {
        if names.isEmpty {
            if !addContinuation(line) { addSteps(of: line) }
        } else {
            addOpening(line, names)
            let isRaised =
                names.count == 1 && line.isItem && line.text.mentions(.percentSign)
                && (line.text.mentions(raising) || line.text.tellsOnlyShares(beside: names[0]))
            raised = isRaised ? (names[0], allRaised(line, names[0]), line.list) : nil
            remember(names)
            isOpen = false
            let isLead =
                names.count == 1 && !line.text.mentions(.percentSign)
                && (line.text.tokens.last?.isSign(":") == true
                    || line.isBold && !line.isItem && place.isOnFlags
                        && line.text.tokens.prefix(names[0].tokens.lowerBound).allSatisfy { $0.sign != nil })
            if isLead { leads.append((names[0], line.text.span.range.upperBound)) }
            owner = isLead ? names[0] : titleName
        }
        while nextBlock < place.section.codeBlocks.count, let block = block(at: nextBlock, upTo: index) {
            nextBlock += 1
            guard block.isPlain, block.line == index else { continue }
            let text = ReadText(block.content, style)
            runs.append(Run(owner: owner, steps: text.shareSteps(in: 0..<text.tokens.count, .codeBlock)))
            isOpen = false
        }
    }

    private func block(at index: Int, upTo line: Int) -> CodeBlock? {
        let block = place.section.codeBlocks[index]
        return block.line.map { $0 <= line } ?? true ? block : nil
    }

    private mutating func remember(_ names: [FlagName]) {
        for name in names {
            if name.isCalledFlag, calledKeys.insert(flagKey(name.name)).inserted { calledNames.append(name) }
            guard let known = onlyName else {
                onlyName = name
                continue
            }
            if flagKey(known.name) != flagKey(name.name) { hasOtherNames = true }
        }
    }

    private func allRaised(_ line: ContentLine, _ name: FlagName) -> [FlagName] {
        guard let raised, raised.list == line.list, raised.all.count < 50 else { return [name] }
        return raised.all.contains { $0.name == name.name } ? raised.all : raised.all + [name]
    }

    /// `2. Raise to 25% after a day`, `3. Week 7: both to 50%`, where items before raised flags by their names.
    private mutating func addContinuation(_ line: ContentLine) -> Bool {
        guard let raised, line.isItem, line.list == raised.list, line.text.mentions(.percentSign),
            !line.text.mentions([.negation, .backward, .rollback])
        else { return false }
        let isSpoken =
            line.text.mentions(raising)
            && line.text.tokens.prefix(while: { !$0.isWord || !$0.isA(.condition) }).contains { $0.isA(raising) }
        let areBoth = raised.all.count == 2 && line.text.bothFlags != nil
        guard isSpoken || line.text.tellsOnlyShares(beside: nil),
            case let steps = line.text.shareSteps(in: 0..<line.text.tokens.count, .listItem), steps.count == 1,
            steps[0].percent.value > 0
        else { return false }
        for name in areBoth ? raised.all : [raised.name] { continueRun(of: name, steps) }
        return true
    }

    /// `2. Week 6: to 20%, and `y` to 10%`, where the item before raised another flag: what is said ahead of the name is
    /// said of that one.
    private mutating func addOpening(_ line: ContentLine, _ names: [FlagName]) {
        guard let raised, names.count == 1, line.isItem, line.list == raised.list, raised.name.name != names[0].name,
            names[0].tokens.upperBound < line.text.tokens.count, line.text.isOnlyShares(0..<names[0].tokens.lowerBound),
            line.text.isOnlyShares(names[0].tokens.upperBound..<line.text.tokens.count)
        else { return }
        let own = line.text.shareSteps(in: 0..<names[0].tokens.lowerBound, .listItem)
        guard own.count == 1, own[0].percent.value > 0 else { return }
        continueRun(of: raised.name, own)
    }

    private mutating func continueRun(of name: FlagName, _ steps: [ShareLadder.Step]) {
        var run = Run(owner: name)
        run.steps = steps
        run.isContinued = true
        runs.append(run)
        isOpen = false
    }

    private mutating func addSteps(of line: ContentLine) {
        if let field = line.field, field.value.mentions(.percentSign), field.key.mentions([.share, .rollout]),
            field.value.isOnlyShares(0..<field.value.tokens.count)
        {
            let steps = field.value.shareSteps(in: 0..<field.value.tokens.count, .field)
            runs.append(Run(owner: titleName, steps: steps, isField: true))
            isOpen = false
            return
        }
        let steps = line.text.steps(isLed: owner != nil, line.reading)
        if steps.isEmpty {
            guard !line.isItem, line.parent == nil else { return }
            isOpen = false
            owner = titleName
        } else {
            if !isOpen { runs.append(Run(owner: owner)) }
            runs[runs.count - 1].steps += steps
            isOpen = true
        }
    }

    /// What the ladders say, once all lines are in.
    func sightings() -> [FlagSighting] {
        guard !place.goesBack else { return [] }
        return titled + unnamed + tabled
            + runs.flatMap { run -> [FlagSighting] in
                guard let name = run.owner ?? (hasOtherNames ? nil : onlyName), let steps = steps(of: run) else {
                    return []
                }
                let isNamed =
                    name.isCalledFlag || run.owner != nil && (steps.last?.percent.value == 100 || place.isOnFlags)
                return steps.map { step in
                    FlagSighting(
                        name: name.name,
                        stage: FlagStage(
                            percent: step.percent, when: step.when, day: step.day, defines: false,
                            span: step.percent.span),
                        evidence: isNamed ? .named : .none, in: place, span: step.percent.span)
                }
            }
    }

    /// `### `new_menu`` below a title on flags.
    private var titled: [FlagSighting] {
        guard let name = titleName, name.isCalledFlag || place.isOnFlags else { return [] }
        let mention = FlagMention(purpose: .other, span: name.span, reading: .heading, certain: name.isCode)
        return [FlagSighting(name: name.name, mention: mention, evidence: .named, in: place, span: name.span)]
    }

    /// `## Phase 3: 25% / 50% / 100%` over a section that names no flag: the plan may have only one to raise.
    private var unnamed: [FlagSighting] {
        guard place.section.heading != nil, onlyName == nil || titleName == nil && runs.isEmpty else { return [] }
        // One share is a step where it is the phase's: `## Phase 2: Opening (5 % of the traffic)`.
        let ofPhase = titleSteps.filter { $0.percent.span == place.phase?.percent?.span && $0.percent.value > 0 }
        return (ShareLadder(titleSteps)?.steps ?? ofPhase).map { step in
            FlagSighting(
                name: "",
                stage: FlagStage(
                    percent: step.percent, when: step.when, day: step.day, defines: false, span: step.percent.span),
                evidence: .none, in: place, span: step.percent.span)
        }
    }

    /// `| Day 2 | 10% |` in rows that name no flag: the steps of all flags that the section calls so, else of the only name.
    private var tabled: [FlagSighting] {
        let all = calledNames.isEmpty ? hasOtherNames ? [] : [onlyName].compactMap(\.self) : calledNames
        guard !all.isEmpty || !leads.isEmpty else { return [] }
        var next = leads[...]
        return place.section.tables.flatMap { table -> [FlagSighting] in
            let start = table.node.span.range.lowerBound
            var lead: FlagName?
            while let first = next.first, first.end < start {
                lead = start - first.end < 8 ? first.name : nil
                next.removeFirst()
            }
            let owners = lead.map { [$0] } ?? all
            guard FlagColumns(table, place) == nil, !owners.isEmpty,
                let ladder = ShareLadder(rows: table, isLed: lead != nil)
            else { return [] }
            return owners.flatMap { name in
                ladder.steps.map { step in
                    FlagSighting(
                        name: name.name,
                        stage: FlagStage(
                            percent: step.percent, when: step.when, day: step.day, defines: false,
                            span: step.percent.span),
                        evidence: name.isCalledFlag || lead != nil && ladder.reachesAll ? .named : .none, in: place,
                        span: step.percent.span)
                }
            }
        }
    }

    private func steps(of run: Run) -> [ShareLadder.Step]? {
        if let ladder = ShareLadder(run.steps) { return ladder.steps }
        return (run.isField || run.isContinued) && run.steps.count == 1 && run.steps[0].percent.value > 0
            ? run.steps : nil
    }
}

/// Words that bring a flag to more users.
private let raising: WordClassSet = [.raise, .enable, .rollout]
