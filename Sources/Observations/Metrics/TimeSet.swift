import SourceText

/// Times of one series that were seen, so that a sample that comes twice counts once.
///
/// Times that are a step apart from each other cost nothing each, only 24 bytes for every stretch of them; others cost 4
/// to 8 bytes each, or an eighth of a byte for each millisecond where they stand close.
struct TimeSet: Sendable {
    /// Times with the same step between them.
    struct Run: Sendable {
        var first: Int64
        var step: Int64 = 0
        var count: Int64 = 1

        var last: Int64 { first + step * (count - 1) }

        func contains(_ time: Int64) -> Bool {
            time == first || step > 0 && time > first && time <= last && (time - first) % step == 0
        }
    }

    /// Fewer are kept one by one.
    private static let shortestRun = 4

    /// By time, none of them within another.
    private var runs: [Run] = []
    /// The run that the newest time ends.
    private var tail: Run?
    private var others = ScatteredTimes()

    /// Times that cost memory each.
    var scatteredCount: Int { others.count }

    /// Keeps no more times that cost memory each.
    mutating func stopScattering() { others.isFull = true }

    func contains(_ time: Int64) -> Bool {
        if tail?.contains(time) == true { return true }
        let begun = runs.countOfLeading { $0.first <= time }
        return begun > 0 && runs[begun - 1].contains(time) || others.contains(time)
    }

    /// Adds a time that is newer than all that were appended before.
    @inline(__always)
    mutating func append(_ time: Int64) {
        if let run = tail, run.count > 1, time == run.last + run.step {
            tail?.count += 1
        } else {
            turn(time)
        }
    }

    private mutating func turn(_ time: Int64) {
        guard let run = tail else {
            tail = Run(first: time)
            return
        }
        if run.count == 1 {
            tail = Run(first: run.first, step: time - run.first, count: 2)
        } else if run.count < Self.shortestRun {
            for index in 0..<run.count - 1 { others.insert(run.first + run.step * index) }
            tail = Run(first: run.last, step: time - run.last, count: 2)
        } else {
            runs.append(run)
            tail = Run(first: time)
        }
    }

    /// Adds a time wherever it stands; one that is there already changes nothing.
    mutating func insert(_ time: Int64) { if !contains(time) { others.insert(time) } }

    /// The longest time without one of them between two moments, in milliseconds.
    func longestGap(after start: Int64, upTo end: Int64) -> Int64 {
        var gap: Int64 = 0
        var at = start
        var scattered = others.sorted(after: start, upTo: end)
        func meet(_ time: Int64) {
            gap = max(gap, time - at)
            at = time
        }
        for run in runs + [tail].compactMap(\.self) where run.last > start && run.first <= end {
            // Of the run's own times only those inside.
            let skipped = run.first > start || run.step == 0 ? 0 : (start - run.first) / run.step + 1
            var index = skipped
            while index < run.count {
                let time = run.first + run.step * index
                guard time <= end else { break }
                while let other = scattered.peek(), other < time {
                    meet(other)
                    scattered.advance()
                }
                meet(time)
                // As many steps at once as nothing else stands between.
                let limit = min(end, scattered.peek() ?? end)
                let steps = run.step == 0 ? 0 : min(run.count - 1, (limit - run.first) / run.step) - index
                if steps > 0 {
                    gap = max(gap, run.step)
                    at = time + run.step * steps
                    index += steps
                }
                index += 1
            }
        }
        while let other = scattered.peek() {
            meet(other)
            scattered.advance()
        }
        return max(gap, end - at)
    }
}
