import Plan
import SourceText

/// Documents whose day numbers are not the plan's, because they count anew in each phase or week.
///
/// Such a document heads a number twice, or heads the days of a phase that starts later as its first days
/// (day 1 and day 2 below `Phase 2 (Day 6-10)`), or gives a number to another phase than another document does.
func documentsCountingDaysAnew(_ plan: Plan) -> Set<String> {
    struct Section: Hashable {
        let path: String
        let phase: String
    }
    var seen: [String: Set<Int>] = [:]
    var sections: [Section: Set<Int>] = [:]
    var found: Set<String> = []
    for day in plan.days {
        if !seen[day.span.path, default: []].insert(day.number).inserted { found.insert(day.span.path) }
        if let phase = day.phase {
            sections[Section(path: day.span.path, phase: phase), default: []].insert(day.number)
        }
    }
    var homes: [Int: Set<String>] = [:]
    for day in plan.days { if let phase = day.phase { homes[day.number, default: []].insert(phase) } }
    for day in plan.days where homes[day.number, default: []].count > 1 { found.insert(day.span.path) }
    let ranges = Dictionary(plan.phases.map { ($0.id, $0.days) }) { first, _ in first }
    for (section, numbers) in sections {
        guard let range = ranges[section.phase] ?? nil else { continue }
        if numbers.allSatisfy({ $0 < range.lowerBound && (1...range.count).contains($0) }) {
            found.insert(section.path)
        }
    }
    return found
}
