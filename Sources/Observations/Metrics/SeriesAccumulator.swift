import SourceText

/// What the samples of one series come to so far, in memory that does not grow with their number.
///
/// The newest samples are kept as they are and in order, so that samples which come late by less than that are put where
/// they belong; the older ones settle into the windows.
struct SeriesAccumulator: Sendable {
    /// What became of a sample.
    enum Outcome {
        case counted, repeated
        /// Its moment has another value already, which counts.
        case contradicted(PackedSample)
    }

    let identity: MetricIdentity
    private var windows: [WindowAccumulator]
    /// nil where nobody asked for it, or where there are too many.
    private var course: CourseAccumulator?
    /// By time, none newer than `newest`, all newer than `settled`.
    private var recent: [PackedSample] = []
    private var newest = Int64.min
    private var settled = Int64.min
    /// The settled times inside of the windows, by whether they have a number.
    private var numbers = TimeSet()
    private var numberless = TimeSet()
    private var settledSamples = SettledSamples()
    /// Of the newest moment that has two.
    private var contradiction: (known: PackedSample, other: PackedSample)?
    private var torn: PackedSample?
    /// The earliest start and the latest end of the windows and the course.
    private let bounds: (start: Int64, end: Int64)
    /// Those of the windows alone: what only the course shows is not held against later samples.
    private let compared: (start: Int64, end: Int64)
    private var futures = TimeSet()
    private var newestFuture = Int64.min
    private var futureCount = 0
    private var firstFuture: PackedSample?
    /// Whether a contradiction was told.
    var isContradicted = false

    init(_ identity: MetricIdentity, demand: MetricDemand) {
        self.identity = identity
        windows = demand.windows(identity.name).map { WindowAccumulator($0, at: demand.now) }
        compared = (windows.map(\.start).min() ?? 0, windows.map(\.end).max() ?? 0)
        let history = demand.historySeconds(identity.name)
        course = history > 0 ? CourseAccumulator(historySeconds: history, at: demand.now) : nil
        let starts = windows.map(\.start) + [course?.start].compactMap(\.self)
        let ends = windows.map(\.end) + [course?.end].compactMap(\.self)
        bounds = (starts.min() ?? 0, ends.max() ?? 0)
    }

    var hasCourse: Bool { course != nil }

    /// Times that cost memory each.
    var scatteredCount: Int { numbers.scatteredCount + numberless.scatteredCount + futures.scatteredCount }

    mutating func stopScattering() {
        numbers.stopScattering()
        numberless.stopScattering()
        futures.stopScattering()
    }

    /// - Parameter kept: how many samples stay as they are.
    @inline(__always)
    mutating func add(_ sample: PackedSample, kept: KeptSamples) -> Outcome {
        if sample.time > newest {
            newest = sample.time
            recent.append(sample)
            if recent.count >= 2 * kept.recent { settle(recent.count - kept.recent, kept) }
            return .counted
        }
        return addBehind(sample, kept)
    }

    private mutating func addBehind(_ sample: PackedSample, _ kept: KeptSamples) -> Outcome {
        guard sample.time > settled else { return addLate(sample, kept) }
        let index = recent.countOfLeading { $0.time < sample.time }
        if index < recent.count, recent[index].time == sample.time { return compare(recent[index], sample, kept) }
        recent.insert(sample, at: index)
        if recent.count >= 2 * kept.recent { settle(recent.count - kept.recent, kept) }
        return .counted
    }

    private mutating func compare(_ known: PackedSample, _ sample: PackedSample, _ kept: KeptSamples) -> Outcome {
        if known.value == sample.value || known.value.isNaN && sample.value.isNaN { return .repeated }
        if contradiction.map({ $0.known.time < sample.time }) ?? true { contradiction = (known, sample) }
        for index in windows.indices { windows[index].add(contradicted: known, by: sample) }
        if kept.parts > 0 { course?.addContradiction(at: sample.time, upTo: kept.parts) }
        return .contradicted(known)
    }

    private mutating func addLate(_ sample: PackedSample, _ kept: KeptSamples) -> Outcome {
        guard sample.time > bounds.start, sample.time <= bounds.end else { return .counted }
        if numbers.contains(sample.time) || numberless.contains(sample.time) {
            return settledSamples.sample(at: sample.time).map { compare($0, sample, kept) } ?? .repeated
        }
        if sample.time > compared.start, sample.time <= compared.end {
            settledSamples.insert(sample, upTo: kept.settled)
        }
        if sample.value.isFinite { numbers.insert(sample.time) } else { numberless.insert(sample.time) }
        for index in windows.indices where sample.time > windows[index].start && sample.time <= windows[index].end {
            windows[index].add([sample])
        }
        draw([sample], kept)
        return .counted
    }

    /// Takes up a sample that is dated later than can be.
    mutating func addFuture(_ sample: PackedSample) {
        if sample.time > newestFuture {
            newestFuture = sample.time
            futures.append(sample.time)
        } else if futures.contains(sample.time) {
            return
        } else {
            futures.insert(sample.time)
        }
        futureCount += 1
        if firstFuture.map({ sample.time < $0.time }) ?? true { firstFuture = sample }
    }

    /// Takes up the last sample of a file that may be cut off.
    mutating func addTorn(_ sample: PackedSample) { torn = sample }

    /// Lets the oldest of the recent samples go into the windows.
    private mutating func settle(_ count: Int, _ kept: KeptSamples) {
        guard count > 0 else { return }
        settled = recent[count - 1].time
        let inside = range(after: bounds.start, upTo: bounds.end, of: count)
        for index in inside {
            if recent[index].value.isFinite {
                numbers.append(recent[index].time)
            } else {
                numberless.append(recent[index].time)
            }
        }
        settledSamples.append(
            recent[range(after: compared.start, upTo: compared.end, of: count)], upTo: kept.settled)
        for index in windows.indices {
            windows[index].add(recent[range(after: windows[index].start, upTo: windows[index].end, of: count)])
        }
        draw(recent[..<count], kept)
        recent.removeFirst(count)
    }

    /// Takes samples into the course, and gives it up where there are too many of them.
    private mutating func draw(_ samples: ArraySlice<PackedSample>, _ kept: KeptSamples) {
        if kept.parts > 0 { course?.add(samples, upTo: kept.parts) } else { course = nil }
    }

    private func range(after start: Int64, upTo end: Int64, of count: Int) -> Range<Int> {
        let low = min(recent.countOfLeading { $0.time <= start }, count)
        return low..<max(low, min(recent.countOfLeading { $0.time <= end }, count))
    }

    /// - Parameters:
    ///   - kept: how many of the recent samples are told, and parts of the course.
    ///   - sample: names a sample's place.
    consuming func summary(kept: KeptSamples, sample: (PackedSample) -> MetricSample) -> MetricSummary {
        let told = recent.suffix(windows.isEmpty ? 1 : kept.recent).map(sample)
        let isComplete = settled == .min && told.count == recent.count
        // What another file tells whole is not torn.
        let torn = torn.flatMap { torn in recent.contains { $0.time == torn.time } ? nil : sample(torn) }
        settle(recent.count, KeptSamples(recent: 0, settled: 0, parts: kept.parts))
        let gaps = zip(told.dropFirst(), told).map { $0.time.seconds(since: $1.time) }.sorted()
        let (numbers, parts) = (numbers, kept.parts)
        let course = course.take()?.course(upTo: parts) { numbers.longestGap(after: $0, upTo: $1) }
        return MetricSummary(
            identity: identity, recent: told, isRecentComplete: isComplete,
            windows: windows.map {
                $0.summary(longestGap: numbers.longestGap(after: $0.start, upTo: $0.end), sample: sample)
            },
            usualIntervalSeconds: gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2], futureCount: futureCount,
            firstFuture: firstFuture.map(sample),
            contradiction: contradiction.map { MetricContradiction(sample($0.known), sample($0.other)) }, torn: torn,
            course: course)
    }
}
