import Plan
import SourceText

/// The phases of one document that follow each other and are counted in one unit.
struct PhaseSequence {
    struct Entry {
        let phase: Phase
        let schedule: Claim<Schedule>
        let range: ClosedRange<Double>
        /// Whether the document gives the phase another schedule too.
        let isRestated: Bool
    }

    let unit: Schedule.Unit
    /// By start, then end.
    let entries: [Entry]

    /// Neighbours in time.
    var pairs: [(earlier: Entry, later: Entry)] { zip(entries, entries.dropFirst()).map { ($0, $1) } }

    /// `day`, `week`.
    var unitName: String { unit.rawValue }
}

/// The sequences of a plan, document by document.
///
/// Only numbered phases are held against each other, by what they are called (`phase`, `stage`), their unit and,
/// for sub-phases (2.1 in 2), their parent; phases under headings that name different things (`Backend`, `Frontend`) are tracks of their own. Left out: phases that hold several others (an umbrella, a long-running
/// track), phases that say they run in parallel, and sequences in which a number comes twice (two tracks).
func phaseSequences(of plan: Plan, _ scopes: ScopeIndex) -> [PhaseSequence] {
    struct Key: Hashable {
        let path: String
        let keyword: String
        let unit: Schedule.Unit
        let parent: Double?
        let track: Set<String>
    }
    var keys: [Key] = []
    var members: [Key: [PhaseSequence.Entry]] = [:]
    for phase in plan.phases where !runsInParallel(phase) {
        guard let number = phase.number else { continue }
        var paths: Set<String> = []
        let restating = documentsRestating(phase.schedules)
        for schedule in phase.schedules where paths.insert(schedule.span.path).inserted {
            guard let unit = countedUnit(schedule.value), let range = schedule.value.range else { continue }
            let parent = number == number.rounded(.down) ? nil : number.rounded(.down)
            let key = Key(
                path: schedule.span.path, keyword: phase.keyword, unit: unit, parent: parent,
                track: scopes.headings(at: schedule.span))
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(
                PhaseSequence.Entry(
                    phase: phase, schedule: schedule, range: range, isRestated: restating.contains(key.path)))
        }
    }
    return keys.compactMap { key in
        let entries = members[key] ?? []
        guard Set(entries.compactMap(\.phase.number)).count == entries.count, !holdsTwoTracks(entries) else {
            return nil
        }
        let sorted = entries.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.phase.number ?? 0)
                < ($1.range.lowerBound, $1.range.upperBound, $1.phase.number ?? 0)
        }
        return PhaseSequence(
            unit: key.unit, entries: sorted.indices.filter { !isUmbrella($0, in: sorted) }.map { sorted[$0] })
    }
}

/// Days, weeks, months and sprints from 1; hours and dates share their ends, and `T-3` is counted from the cut-over.
private func countedUnit(_ schedule: Schedule) -> Schedule.Unit? {
    guard !schedule.relative, let unit = schedule.unit else { return nil }
    return [.day, .week, .month, .sprint].contains(unit) ? unit : nil
}

/// Documents with more than one range among a phase's schedules.
private func documentsRestating(_ schedules: [Claim<Schedule>]) -> Set<String> {
    guard schedules.count > 1 else { return [] }
    var first: [String: ClosedRange<Double>] = [:]
    var restating: Set<String> = []
    for schedule in schedules {
        guard let range = schedule.value.range else { continue }
        if let known = first[schedule.span.path] {
            if known != range { restating.insert(schedule.span.path) }
        } else {
            first[schedule.span.path] = range
        }
    }
    return restating
}

/// Several phases of one document with two schedules each: two environments whose phases were read as the same.
private func holdsTwoTracks(_ entries: [PhaseSequence.Entry]) -> Bool { entries.count(where: \.isRestated) > 1 }

/// Whether the phase holds two others; looks no further than fifty phases ahead.
private func isUmbrella(_ index: Int, in sorted: [PhaseSequence.Entry]) -> Bool {
    let entry = sorted[index]
    let nearby = sorted[max(0, index - 5)..<min(sorted.count, index + 50)]
    let held = nearby.filter {
        $0.phase.id != entry.phase.id && entry.range != $0.range && entry.range.lowerBound <= $0.range.lowerBound
            && $0.range.upperBound <= entry.range.upperBound
    }
    return held.count > 1
}

private func runsInParallel(_ phase: Phase) -> Bool {
    // Most places tell of a phase in the same words.
    let texts = [phase.name, phase.span.text] + phase.names.map(\.value) + phase.schedules.map(\.value.text)
    return Set(texts).contains { !parallelWords.isDisjoint(with: words(of: $0)) }
}

/// English, German, Spanish and French.
private let parallelWords: Set<String> = [
    "parallel", "concurrent", "concurrently", "simultaneous", "simultaneously", "ongoing", "continuous", "throughout",
    "overlapping", "gleichzeitig", "laufend", "begleitend", "paralelo", "simultáneo", "continuo", "parallèle",
    "continu",
]
