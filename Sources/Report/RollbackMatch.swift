import Assessment
import Plan
import SourceText

/// A procedure that is for a symptom, with the words that join the two.
struct RollbackMatch {
    /// Index among the plan's procedures.
    let procedure: Int
    /// `it stands among its triggers, rollback.md:37`.
    let reason: String
}

/// Finds the way back from what is seen: the one place where a symptom and a procedure are joined.
///
/// Only words of the plan join them. A procedure lists the symptom among its own triggers, or the symptom names the
/// procedure, by its level or by all words of its name side by side. Nothing is offered on a guess: a level or a name that
/// several procedures bear joins none, and a trigger that halts or pauses is no call for a procedure that it stands in.
struct RollbackMatching {
    private let procedures: [RollbackProcedure]
    /// Bytes of each procedure's section; nil for one that has no heading of its own.
    private let extents: [Range<Int>?]
    private let byLevel: [Int: [Int]]
    /// By the first word of the name.
    private let byFirstWord: [String: [(words: [String], procedure: Int)]]
    /// What each procedure says itself of when it is called for.
    private let statements: [[Claim<String>]]
    /// When each procedure is called for: by its own words, and by the triggers that are joined to it.
    private var told: [[Told]] = []

    private struct Told {
        let text: String
        let span: SourceSpan
        let condition: Limit?
    }

    /// More procedures are told one by one and joined to nothing: no team has so many.
    static let mostProcedures = 200

    init(_ plan: Plan) {
        let procedures = Array(plan.rollbackProcedures.prefix(Self.mostProcedures))
        self.procedures = procedures
        let sections = SectionRanges(plan.documents)
        extents = procedures.map { sections.range(headedAt: $0.span) }
        byLevel = Dictionary(grouping: procedures.indices.filter { procedures[$0].level != nil }) {
            procedures[$0].level ?? 0
        }
        let names = procedures.indices.compactMap { index -> (words: [String], procedure: Int)? in
            let words = nameWords(procedures[index].name)
            return words.allSatisfy(Self.genericWords.contains) ? nil : (words, index)
        }
        byFirstWord = Dictionary(grouping: names) { $0.words[0] }
        statements = procedures.map { $0.triggers + $0.remarks.occasions }
        told = statements.map { $0.map { Told(text: $0.value, span: $0.span, condition: nil) } }
        for trigger in plan.triggers {
            let said = Told(text: trigger.text, span: trigger.span, condition: trigger.condition)
            for way in ways(for: trigger) { told[way.procedure].insert(said, at: 0) }
        }
    }

    // MARK: Triggers

    /// The procedures for a trigger of the plan, those that its words name before the one that lists it.
    func ways(for trigger: Trigger) -> [RollbackMatch] {
        let named = procedures(namedIn: trigger.text, near: trigger.span).map { index in
            RollbackMatch(
                procedure: index, reason: "“\(namingWords(index, in: trigger.text))” in \(place(trigger.span))")
        }
        guard named.isEmpty, trigger.action == nil || trigger.action == "rollback", let index = holder(of: trigger.span)
        else { return named }
        return [RollbackMatch(procedure: index, reason: "one of its own triggers, \(place(trigger.span))")]
    }

    /// The procedure in whose section a place lies.
    func holder(of span: SourceSpan) -> Int? {
        procedures.indices.first { index in
            procedures[index].span.path == span.path
                && (extents[index]?.contains(span.range.lowerBound) == true
                    || statements[index].contains { $0.span.range.contains(span.range.lowerBound) })
        }
    }

    // MARK: Measures

    /// The procedures among whose triggers a measure is spoken of: with this limit where any says it; else the gentlest for
    /// an alert and the strongest for a critical limit.
    ///
    /// Two thirds of the measure's words must stand in one trigger.
    func ways(forMeasure measure: String, limit: Limit?, isCritical: Bool) -> [RollbackMatch] {
        let names = nameWords(measure).filter { $0.count > 2 }
        guard !names.isEmpty else { return [] }
        let speaking = procedures.indices.compactMap { index -> (match: RollbackMatch, isExact: Bool)? in
            let told = told[index].filter { names.areSpoken(in: $0.text) }
            guard let first = told.first(where: { $0.condition?.isSame(as: limit) == true }) ?? told.first else {
                return nil
            }
            return (
                RollbackMatch(
                    procedure: index,
                    reason: "“\(first.text.clipped(to: 100))” among its triggers, \(place(first.span))"),
                first.condition?.isSame(as: limit) == true
            )
        }
        let exact = speaking.filter(\.isExact).map(\.match)
        if !exact.isEmpty { return exact }
        func level(_ match: RollbackMatch) -> Int { procedures[match.procedure].level ?? 0 }
        let all = speaking.map(\.match)
        let chosen = isCritical ? all.max { level($0) < level($1) } : all.min { level($0) < level($1) }
        return chosen.map { [$0] } ?? []
    }

    // MARK: Names

    /// Procedures that a text names outright, in the order of the plan.
    func procedures(namedIn text: String, near span: SourceSpan) -> [Int] {
        let words = nameWords(text)
        var found: Set<Int> = []
        for place in words.indices {
            if let index = procedure(ofLevelAt: place, in: words, near: span) { found.insert(index) }
            let candidates = (byFirstWord[words[place]] ?? []).filter { candidate in
                words[place...].starts(with: candidate.words)
                    && !(place > 0 && Self.negations.contains(words[place - 1]))
            }
            // Of two with one name nobody knows which is meant, unless one stands in the same document.
            let longest = candidates.map(\.words.count).max() ?? 0
            if let index = only(candidates.filter { $0.words.count == longest }.map(\.procedure), near: span) {
                found.insert(index)
            }
        }
        return found.sorted()
    }

    private func procedure(ofLevelAt place: Int, in words: [String], near span: SourceSpan) -> Int? {
        guard place + 1 < words.count, Self.levelWords.contains(words[place]), let level = Int(words[place + 1]),
            !(place > 0 && (Self.otherLevels.contains(words[place - 1]) || Self.negations.contains(words[place - 1])))
        else { return nil }
        return only(byLevel[level] ?? [], near: span)
    }

    private func only(_ candidates: [Int], near span: SourceSpan) -> Int? {
        if candidates.count == 1 { return candidates[0] }
        let here = candidates.filter { procedures[$0].span.path == span.path }
        return here.count == 1 ? here[0] : nil
    }

    private func namingWords(_ index: Int, in text: String) -> String {
        let procedure = procedures[index]
        let isNamed = nameWords(text).contains(run: nameWords(procedure.name))
        return isNamed || procedure.level == nil ? procedure.name : "Level \(procedure.level ?? 0)"
    }

    private static let levelWords: Set<String> = ["level", "stufe", "nivel", "niveau"]
    /// `Alert level 2` is no level of a rollback.
    private static let otherLevels: Set<String> = [
        "alert", "severity", "log", "logging", "priority", "risk", "support", "incident", "escalation", "confidence",
        "threat", "isolation", "security", "service", "compression",
    ]
    private static let negations: Set<String> = [
        "no", "not", "without", "never", "kein", "keine", "ohne", "nicht", "sans", "sin",
    ]
    private static let genericWords: Set<String> = [
        "rollback", "rollbacks", "roll", "back", "procedure", "procedures", "plan", "level", "steps", "emergency",
        "strategy", "process", "the", "of", "rückfall", "reversión", "retour",
    ]
}

/// Where the section of each heading lies.
private struct SectionRanges {
    private let documents: [String: (document: PlanDocument, ends: [Int])]

    init(_ documents: [PlanDocument]) {
        self.documents = Dictionary(
            documents.map { ($0.path, ($0, SectionNesting(of: $0).ends)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Bytes of the section that a title heads; nil where the title is no heading.
    func range(headedAt title: SourceSpan) -> Range<Int>? {
        guard let (document, ends) = documents[title.path] else { return nil }
        let before = document.sections.countOfLeading { $0.start <= title.range.lowerBound }
        guard before > 0, case let start = document.sections[before - 1].start, start <= title.range.lowerBound,
            !document.source.bytes[start..<title.range.lowerBound].contains(UInt8(ascii: "\n"))
        else { return nil }
        return start..<max(start, ends[before - 1])
    }
}

extension [String] {
    /// Whether two thirds of the words stand in a text, also with an ending.
    fileprivate func areSpoken(in text: String) -> Bool {
        let spoken = nameWords(text)
        let known = count { name in
            spoken.contains { $0.hasPrefix(name) || name.hasPrefix($0) && $0.count > 3 }
        }
        return known * 3 >= count * 2
    }

    fileprivate func contains(run: [String]) -> Bool {
        !run.isEmpty && indices.contains { self[$0...].starts(with: run) }
    }
}

extension Limit {
    /// The same number of the same unit on the same side, whatever the window.
    func isSame(as other: Limit?) -> Bool {
        guard let other, quantity.isSame(as: other.quantity), change == other.change else { return false }
        return comparison == nil || other.comparison == nil || comparison == other.comparison
    }
}

extension RollbackProcedure {
    /// `Level 2: Service rollback`.
    var heading: String {
        level.map { level in name.lowercased().contains("level \(level)") ? name : "Level \(level): \(name)" } ?? name
    }

    /// `Level 2: Service rollback (< 15 minutes)`.
    var headingWithBudget: String {
        let budget = timeBudget.map { " (\($0.text))" } ?? ""
        return "\(heading)\(heading.contains(budget) ? "" : budget)"
    }
}
