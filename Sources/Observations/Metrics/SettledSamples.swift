import SourceText

/// How many samples of a series stay as they are.
struct KeptSamples: Sendable {
    /// The newest, which are told.
    let recent: Int
    /// Older ones of the windows, to which later samples of the same moments are held.
    let settled: Int
    /// Into so many parts the course of a series is put together; 0 where it is not kept.
    var parts = 0
}

/// Samples that have settled into windows, as far as they are kept: one of the same moment that comes later, from another
/// file as a rule, has to say the same.
struct SettledSamples: Sendable {
    /// By time.
    private var ordered: [PackedSample] = []
    /// Those that came behind their time.
    private var late: [Int64: PackedSample] = [:]

    /// Adds samples by time that are newer than all that were appended before; beyond a limit the oldest go.
    mutating func append(_ samples: ArraySlice<PackedSample>, upTo limit: Int) {
        guard limit > 0 else { return }
        ordered += samples
        // Seldom, for what is left has to move.
        if ordered.count > 2 * limit { ordered.removeFirst(ordered.count - limit) }
    }

    /// Adds a sample of a moment that is not there; nothing beyond a limit.
    mutating func insert(_ sample: PackedSample, upTo limit: Int) {
        if late.count < limit { late[sample.time] = sample }
    }

    /// nil when it is not kept.
    func sample(at time: Int64) -> PackedSample? {
        let index = ordered.countOfLeading { $0.time < time }
        if index < ordered.count, ordered[index].time == time { return ordered[index] }
        return late[time]
    }
}
