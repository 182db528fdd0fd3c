import Plan
import SourceText

/// A statement that limits measures, and what for.
struct Condition: Sendable {
    let line: ContentLine
    /// The statement: the line, or a sentence of it.
    let text: ReadText
    let measures: [LimitedMeasure]
    let purpose: LimitPurpose
    /// Whether it stands in a list of measures, so that it is one of the plan's indicators and no criterion of a stage.
    let isIndicator: Bool

    /// What a list or a field states is one statement; in a paragraph, and behind marks, each is its own.
    var isWholeLine: Bool {
        (line.isItem || line.field != nil && line.text.tokens.first?.isA(.when) != true) && !line.text.hasMarks
    }
}

extension DocumentOutline {
    /// Every statement of a section that limits something, with what the statement itself, the line above its list or
    /// the headings above it say that the limit is for.
    func conditions(in section: OutlineSection, _ purpose: LimitPurpose?, inStages: Bool) -> [Condition] {
        guard section.lineClasses.intersects(statementSigns) else { return [] }
        var reader = ConditionReader(self, section, purpose, inStages: inStages)
        return section.lines.indices.flatMap { reader.read($0) }
    }

    /// What the headings over a section say that its limits are for, the nearest first.
    func limitPurpose(of section: OutlineSection) -> LimitPurpose? {
        var occasion = false
        var measured: LimitPurpose?
        for candidate in [section] + ancestors(of: section) {
            guard candidate.level > 1 else {
                // `# Rollback` over `## When do we pull the plug`
                if occasion, measured == nil, candidate.title.mentions(TriggerAction.words) {
                    return .trigger(TriggerAction(candidate.title))
                }
                continue
            }
            // `The ramp is paused if any of these holds:` over the headings that sort them.
            if candidate.index != section.index, let purpose = closingLead(of: candidate) { return purpose }
            if let purpose = LimitPurpose(title: candidate.title) {
                // `### Business metrics` below `## Halt rules` says what is measured, and not what for.
                if measured == nil, LimitPurpose.namesMeasures(candidate.title) {
                    measured = purpose
                    continue
                }
                if case .trigger = purpose { return purpose }
                return measured ?? purpose
            }
            // `## Rollback` over `### Triggers`.
            if occasion, candidate.title.mentions(TriggerAction.words) {
                return .trigger(TriggerAction(candidate.title))
            }
            occasion = occasion || candidate.title.mentions([.trigger, .when]) && !candidate.title.mentions(.verify)
        }
        return measured
    }

    /// What a section's last paragraph says of the sections below it.
    private func closingLead(of section: OutlineSection) -> LimitPurpose? {
        guard let line = section.lines.last, !line.isItem, line.text.tokens.last?.isSign(":") == true else {
            return nil
        }
        return LimitPurpose(lead: line.text)
    }
}

/// Walks the lines of a section and remembers which of them lead to others.
private struct ConditionReader {
    let outline: DocumentOutline
    let section: OutlineSection
    /// What the headings say.
    let context: LimitPurpose?
    let inStages: Bool
    let inPhase: Bool
    /// What each line says of the lines below it.
    private var leads: [LimitPurpose?]
    /// What the last paragraph says of the list behind it.
    private var lead: LimitPurpose?
    /// Whether that paragraph says that the list holds targets, so that bare values are limits: `SLOs`.
    private var leadsTargets = false
    /// Whether that paragraph says of the list what nobody here understands: `Tenants of this wave:`.
    private var isLed = false
    /// The line that is being read.
    private var current = 0

    init(_ outline: DocumentOutline, _ section: OutlineSection, _ context: LimitPurpose?, inStages: Bool) {
        self.outline = outline
        self.section = section
        // `Automatic rollback` over conditions says what they lead to.
        let isOccasion = context == nil && section.title.mentions(TriggerAction.words) && section.listsConditions
        self.context = isOccasion ? .trigger(TriggerAction(section.title)) : context
        self.inStages = inStages
        inPhase = outline.phase(of: section) != nil
        leads = Array(repeating: nil, count: section.lines.count)
    }

    mutating func read(_ index: Int) -> [Condition] {
        current = index
        let line = section.lines[index]
        let isFree = line.parent == nil && !line.isItem
        let inherited = line.parent.map { leads[$0] } ?? (line.isItem ? lead : nil)
        let own = leadPurpose(of: line, hasLinesBelow: !section.childLines[index].isEmpty)
        leads[index] = own ?? inherited
        if isFree {
            (lead, leadsTargets) = (own, own == .target && line.text.mentions(limited))
            isLed = own == nil && line.text.tokens.last?.isSign(":") == true
        }
        guard line.text.mentions(statementSigns) else { return [] }
        if isLevel(line), line.field.flatMap({ namedLevel(line, $0) }) == nil { return [] }
        if let levels = outline.inlineLevels(line) {
            let acting = levels.trigger.map { action, measure in
                Condition(
                    line: line, text: line.text, measures: [measure], purpose: .trigger(action), isIndicator: false)
            }
            guard levels.start > 0 else { return [acting].compactMap(\.self) }
            let before = line.text.part(line.text.bytes(tokens: 0..<levels.start))
            return before.statements.compactMap { condition($0, line, inherited, "") } + [acting].compactMap(\.self)
        }
        let field = line.text.hasMarks ? nil : line.field
        let keyed = field.flatMap { LimitPurpose(key: $0.key) ?? namedLevel(line, $0) }
        // `CRITICAL (automatic): errors > 1%`, `Condition: errors > 1%`
        let key = field?.key.tokens
        let sorts =
            (inherited ?? context) != nil
            && key.map { $0.count <= 6 && $0[0].isA(sortingKeys) && !$0.contains { $0.isA(.thresholdNoun) } } == true
        let text = keyed != nil || sorts ? field?.value ?? line.text : line.text
        var metric = keyed == nil && !sorts ? field?.key.text ?? "" : ""
        if field == nil, line.isItem, let parent = line.parent { metric = measure(above: section.lines[parent]) }
        // `Alert: > 2% triggers a rollback` below the measure.
        if keyed == nil, let parent = line.parent, let field, field.key.isCalled(.limitLevels, with: []) {
            let measure = section.lines[parent]
            metric = (measure.field?.key ?? measure.text).text
            return field.value.statements.compactMap { condition($0, line, inherited, metric) }
        }
        let parts = keyed == .target ? text.statements.flatMap(\.enumerated) : text.statements
        let found = parts.compactMap { whole in
            let (statement, level) = line.isItem ? (whole, nil) : whole.behindLevel
            if let level { return condition(statement, line, level, "") }
            let condition = condition(statement, line, keyed ?? inherited, metric)
            metric = condition?.measures.last?.metric ?? statement.watchedMeasure ?? metric
            return condition
        }
        // `must stay ≥ 18%`: what a list goes on to limit, beside what it says is alerted on, is asked for too.
        if line.isItem, line.parent == nil, lead == nil, context == nil, line.text.mentions(.modal),
            found.first?.purpose == .target
        {
            lead = .target
        }
        return found
    }

    /// `Goal: support tickets under 15 a week`: a level whose measures stand behind it.
    private func namedLevel(_ line: ContentLine, _ field: Field) -> LimitPurpose? {
        guard line.parent == nil, field.key.tokens.count <= 3, let level = field.key.limitLevel,
            field.key.isCalled(.limitLevels, with: [.article]),
            LimitedMeasure.all(in: field.value, .phrase).contains(where: { !$0.name.isEmpty })
        else { return nil }
        return level == .target ? .target : level == .warning ? .warning : .critical
    }

    /// `Pass rate:` over `>= 95%`.
    private func measure(above line: ContentLine) -> String {
        guard line.isItem, let colon = line.text.tokens.indices.last, line.text.tokens[colon].isSign(":"), colon > 0,
            colon <= 8, !line.text.mentions(limitSigns), LimitPurpose(lead: line.text) == nil
        else { return "" }
        return line.text.text(tokens: 0..<colon)
    }

    /// A line leads to a list when it closes with a colon or with nothing.
    private func leadPurpose(of line: ContentLine, hasLinesBelow: Bool) -> LimitPurpose? {
        guard hasLinesBelow || !line.isItem, let last = line.text.tokens.last, last.isWord || last.isSign(":") else {
            return nil
        }
        if let purpose = LimitPurpose(lead: line.text) { return purpose }
        // `The switch goes to 0% when:` under a title on rollbacks.
        guard line.text.tokens.suffix(2).contains(where: { $0.isA(.when) }), section.title.mentions(TriggerAction.words)
        else { return nil }
        return .trigger(TriggerAction(section.title))
    }

    /// `Target: < 1%` belongs to the measure above it; `Critical: error rate > 5%` names its own.
    private func isLevel(_ line: ContentLine) -> Bool {
        guard let field = line.field, field.key.tokens.count <= 3, field.key.mentions(.limitLevels),
            LimitPurpose(key: field.key) == nil
        else { return false }
        // `Alert: > 2% triggers a rollback`
        if let measure = LimitedMeasure.all(in: field.value, .phrase).first,
            case .trigger = field.value.statedPurpose(of: measure, inStages: false)
        {
            return false
        }
        return !field.key.mentions(limitSigns)
    }

    /// - Parameters:
    ///   - given: what the key or the line above says.
    ///   - metric: what the key of the line, or the statement before, says that is measured.
    private func condition(_ text: ReadText, _ line: ContentLine, _ given: LimitPurpose?, _ metric: String)
        -> Condition?
    {
        guard text.mentions(statementSigns) else { return nil }
        // A part between marks is an item that was not written as one.
        let isListed = line.isItem || line.field != nil || line.text.hasMarks
        // `Goal: 80% adoption by week 6, support tickets under 15`
        let speaks = line.parent == nil && line.field?.key.isCalled(.limitLevels, with: []) == true
        var measures = LimitedMeasure.all(in: text, isListed && !speaks ? .line : .phrase)
        if measures.isEmpty, let some = LimitedMeasure(nonzero: text) { measures = [some] }
        // `Cart abandonment: +5% → pause`
        let rising = measures.isEmpty && text.mentions(.plusSign) ? LimitedMeasure(rising: text) : nil
        if let rising, case .trigger = text.statedPurpose(of: rising, inStages: inStages) { measures = [rising] }
        let stated = measures.first.flatMap { text.statedPurpose(of: $0, inStages: inStages, inPhase: inPhase) }
        let around =
            given ?? (isListed || text.isBracketed ? context : nil) ?? (line.task != nil ? .target : nil)
            ?? (listsDemand(text, line, measures) ? .target : nil)
        if measures.isEmpty, inStages, let demanded = LimitedMeasure(demanded: text) {
            return Condition(
                line: line, text: text,
                measures: named([demanded], metric, isField: false).filter { !$0.metric.isEmpty },
                purpose: .target, isIndicator: false)
        }
        let tells = stated == nil && around == nil && measures.first.map(text.isTold) == true
        let told: LimitPurpose? = tells ? .warning : nil
        guard
            let purpose = told ?? (stated == .nothing ? around.flatMap({ $0 == .target ? $0 : nil }) : stated ?? around)
        else {
            return nil
        }
        if stated != nil, line.field == nil {
            let phrases = LimitedMeasure.all(in: text, .phrase)
            if !phrases.isEmpty { measures = phrases }
        }
        // `has been offline for more than 30 days`
        if purpose.level != nil { measures.removeAll { LimitedMeasure.isSpell($0.limit, $0.tokens, text) } }
        measures = named(measures, metric, isField: line.field != nil && given == nil)
        if measures.isEmpty { measures = uncompared(text, line, purpose, given) }
        if purpose.level != nil {
            measures.removeAll(where: \.metric.isEmpty)
        } else if stated == nil, !text.mentions(.negation) {
            // `All traffic returns within 15 seconds` is no limit that breaks.
            measures.removeAll { text.tokens[$0.tokens.lowerBound].isA(.periodLead) }
            // `Response time: < 30 seconds`
            if line.field?.key.mentions([.time, .duration, .recovery]) == true {
                measures.removeAll { $0.limit.quantity.isTime && $0.limit.comparison?.isUpperBound == true }
            }
        }
        if keepsTime(line) { measures.removeAll { $0.name.isEmpty && $0.limit.quantity.isTime } }
        guard !measures.isEmpty else { return nil }
        let isIndicator =
            stated == nil && given == nil && line.task == nil && line.parent == nil && line.isItem && line.field != nil
            && section.title.mentions(indicators)
        return Condition(line: line, text: text, measures: measures, purpose: purpose, isIndicator: isIndicator)
    }

    /// A phase may list what must hold without saying so: `Bundle size ≤ 95 kB`, `Error rate < 0.3%`.
    private func listsDemand(_ text: ReadText, _ line: ContentLine, _ measures: [LimitedMeasure]) -> Bool {
        guard inPhase, line.parent == nil, line.ordinal == nil, !isLed else { return false }
        guard line.isItem else { return line.field == nil && measures.first.map(text.isBareDemand) == true }
        return measures.first.map(text.listsDemand) ?? isNoneAmongDemands(line)
    }

    /// `Differenz im Bestand: 0,00 EUR` beside `Fehlerquote ≤ 0,5 %`.
    private func isNoneAmongDemands(_ line: ContentLine) -> Bool {
        guard let field = line.field, LimitedMeasure(closing: line.text) != nil,
            !field.key.mentions([.duration, .time, .risk, .rollout, .share, .rollback, .effort])
        else { return false }
        return section.lines[max(0, current - 3)..<min(section.lines.count, current + 4)].contains { other in
            guard other.isItem, other.parent == nil, other.ordinal == nil else { return false }
            return LimitedMeasure.all(in: other.text, .line).first.map(other.text.listsDemand) == true
        }
    }

    /// `**Rollback**: < 10 minutes`, which says how long going back takes, but not `**Rollback if**: > 10 minutes`.
    private func keepsTime(_ line: ContentLine) -> Bool {
        guard let key = line.field?.key, key.mentions([.rollback, .goBack]) else { return false }
        return !key.mentions([.when, .triggerNoun, .limit, .criterion, .stopSign])
    }

    /// `Latency: p50 < 100 ms, p95 < 300 ms`: the key names both.
    private func named(_ measures: [LimitedMeasure], _ metric: String, isField: Bool) -> [LimitedMeasure] {
        measures.enumerated().map { index, measure in
            if measure.metric.isEmpty { return LimitedMeasure(measure, called: metric) }
            guard isField, index > 0, !measure.metric.hasPrefix(metric), measure.name.count <= 2 else { return measure }
            return LimitedMeasure(measure, called: "\(metric) \(measure.metric)")
        }
    }

    /// What is a limit without a comparison, because of the place where it stands.
    private func uncompared(_ text: ReadText, _ line: ContentLine, _ purpose: LimitPurpose, _ given: LimitPurpose?)
        -> [LimitedMeasure]
    {
        // A key that names no measure says what the limits are for.
        let field = line.field.flatMap { LimitPurpose(key: $0.key) == nil ? $0 : nil }
        switch purpose {
        case .target:
            // `Traffic increased by 10 %` among what is to be done is a step of the rollout.
            if (given ?? context) == .target, let changed = LimitedMeasure(changed: text) { return [changed] }
            let counted = LimitedMeasure(counted: field?.value ?? text.behindCondition, key: field?.key)
            let bare =
                section.title.mentions(limited) || line.isItem && leadsTargets
                ? field.flatMap { LimitedMeasure(bare: $0) } : nil
            return [counted ?? bare ?? LimitedMeasure(closing: text) ?? LimitedMeasure(share: text, given)].compactMap(
                \.self)
        case .trigger:
            let some = line.isItem && line.ordinal == nil ? LimitedMeasure(some: text) : nil
            return [LimitedMeasure(rising: text) ?? line.field.flatMap { LimitedMeasure(bare: $0) } ?? some]
                .compactMap(\.self)
        case .warning, .critical, .nothing: return []
        }
    }
}

extension ReadText {
    /// What commas part where more than one part states a number: `0 lost rows, import p95 < 2 s, availability 99.5%`.
    var enumerated: [ReadText] {
        guard mentions(.number), tokens.contains(where: { $0.isSign(",") }) else { return [self] }
        var parts: [ReadText] = []
        var (start, depth) = (0, 0)
        for index in tokens.indices {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") { depth -= 1 }
            let joins = tokens[index].isA(.and) && tokens[start..<index].contains { $0.number != nil }
            guard depth <= 0, tokens[index].isSign(",") || joins, index > start else { continue }
            parts.append(part(bytes(tokens: start..<index)))
            start = index + 1
        }
        if start < tokens.count { parts.append(rest(from: start)) }
        return parts.allSatisfy { $0.mentions(.number) || $0.mentions(.clockTime) || $0.mentions(.refusal) }
            ? parts : [self]
    }

    /// `(Before the last wave also: retries below 2x baseline.)`
    fileprivate var isBracketed: Bool { tokens.first?.isSign("(") == true }

    /// `Ziel: weniger als 200 Akten ohne Nummer` in a paragraph, without its level.
    fileprivate var behindLevel: (text: ReadText, level: LimitPurpose?) {
        guard tokens.count > 3, tokens[1].isSign(":"), let level = tokens[0].classes.limitLevel else {
            return (self, nil)
        }
        return (rest(from: 2), level == .target ? .target : level == .warning ? .warning : .critical)
    }

    /// What `Watch the decode errors.` names, for `It must stay at 0.` behind it.
    fileprivate var watchedMeasure: String? {
        guard tokens.count <= 8, let verb = tokens.first, verb.isA(.verify) else { return nil }
        let name = tokens.indices.dropFirst().prefix { tokens[$0].isWord || tokens[$0].number != nil }
        guard let first = name.first(where: { !tokens[$0].isA(.article) }), let last = name.last else { return nil }
        return text(tokens: first..<last + 1)
    }

    /// `98% of the fleet is on 5.2` of `Done when 98% of the fleet is on 5.2`.
    fileprivate var behindCondition: ReadText {
        guard mentions(.when), let condition = tokens.prefix(5).firstIndex(where: { $0.isA(.when) }) else {
            return self
        }
        return rest(from: condition + 1)
    }
}

extension Quantity {
    /// Whether it is a length of time.
    fileprivate var isTime: Bool { unit.dimension == .time && unit.perSeconds == nil }
}

/// What a text that limits something holds.
let limitSigns: WordClassSet = [.number, .comparisonSign, .comparison, .zero]
/// And of one that says it without a number: `halved`.
let statementSigns = limitSigns.union([.halved])
/// Keys that sort what stands behind them.
private let sortingKeys = WordClassSet.limitLevels.union([.prerequisite, .severe, .high, .medium, .low])
private let indicators: WordClassSet = [.indicator, .serviceLevel]
private let limited: WordClassSet = [.serviceLevel, .target]
