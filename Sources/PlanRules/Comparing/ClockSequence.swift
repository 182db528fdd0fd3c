import Plan
import SourceText

/// The entries of a timetable that follow each other, on one line of minutes.
struct ClockSequence {
    struct Step {
        let entry: Timetable.Entry
        /// From the first midnight on, beyond 1440 behind the next one.
        let start: Int
        /// nil where no end is given.
        let end: Int?
    }
    let steps: [Step]

    /// In the order of the list; a time much smaller than the one before is on the next day.
    init(_ entries: [Timetable.Entry]) {
        var steps: [Step] = []
        var (offset, day) = (0, entries.first?.day ?? "")
        for entry in entries {
            var start = entry.times.startMinute + offset
            if let last = steps.last {
                let isNext = entry.day != day && start <= last.start
                if isNext || start < last.start - 720 {
                    offset += 1440
                    start += 1440
                }
            }
            day = entry.day
            let length = entry.times.minutes.map { $0.upperBound - $0.lowerBound }
            steps.append(Step(entry: entry, start: start, end: length.map { start + $0 }))
        }
        self.steps = steps
    }
}

extension Timetable {
    /// Whether something in or above the list says that its entries run side by side.
    var runsInParallel: Bool {
        (titles + entries.map(\.text)).contains { text in
            words(of: String(text.prefix(300))).contains { sideBySide.contains($0) }
        }
    }
}

/// English, German, Spanish and French, plurals cut.
private let sideBySide: Set<String> = [
    "parallel", "concurrent", "concurrently", "simultaneous", "simultaneously", "meanwhile", "alongside", "ongoing",
    "continuous", "continuously", "throughout", "background", "overlap", "overlapping", "track", "stream", "shift",
    "roster", "rota", "oncall", "availability", "standby", "call", "window", "gleichzeitig", "laufend", "begleitend",
    "währenddessen", "hintergrund", "schicht", "schichten", "schichtplan", "bereitschaft", "paralelo", "simultáneo",
    "continuo", "mientra", "turno",
    "guardia", "parallèle", "continu", "pendant", "astreinte", "équipe",
]
