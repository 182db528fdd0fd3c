import Plan
import SourceText

extension DocumentOutline {
    /// When the document says that maintenance is: in a field (`Maintenance window: 2 December 2026, 22:00`). Below the
    /// heading of a phase or a day it is that one's own.
    func readWindowTimes() -> [Claim<LaunchTime>] {
        planSections.flatMap { section -> [Claim<LaunchTime>] in
            guard section.lineClasses.intersects(dates), phase(of: section) == nil,
                headings[section.index].day == nil, !stands(section, under: .rollback)
            else { return [] }
            return section.lines.compactMap { $0.windowTime }
        }
    }
}

extension ContentLine {
    fileprivate var windowTime: Claim<LaunchTime>? {
        guard depth == 0, text.mentions(dates), let field, isMaintenanceWindow(field.key.text),
            let found = field.value.launchTime(from: 0, name: field.key.text), found.time.date != nil
        else { return nil }
        return Claim(found.time, at: field.value.span(tokens: found.tokens), .field)
    }
}

/// `Maintenance window`, `Wartungsfenster am`: without anything that would make it one of several.
private func isMaintenanceWindow(_ key: String) -> Bool {
    let words = nameWords(key).filter { !["the", "planned", "date", "time", "geplantes"].contains($0) }
    return maintenanceWindows.contains(words.joined(separator: " "))
}

private let dates: WordClassSet = [.monthName, .calendarDate]
