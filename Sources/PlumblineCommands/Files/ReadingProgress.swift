import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A bar on standard error for reading that takes longer than a second; nothing where that is no terminal.
final class ReadingProgress: Sendable {
    private struct State {
        var done = 0
        var lastShown: Double
        var isShown = false
    }

    /// Seconds before the first bar, and between two.
    private static let patience = 1.0
    private static let interval = 0.1
    private static let cells = 24

    private let byteCount: Int
    private let started: Double
    private let state: Mutex<State>

    /// nil where nobody would see it.
    ///
    /// - Parameter byteCount: of all files together; 0 when it is not known.
    init?(byteCount: Int) {
        guard isatty(2) == 1, ProcessEnvironment.variable("TERM") != "dumb" else { return nil }
        self.byteCount = byteCount
        started = ProcessEnvironment.monotonicSeconds()
        state = Mutex(State(lastShown: started))
    }

    func advance(by count: Int) {
        state.withLock { state in
            state.done += count
            let now = ProcessEnvironment.monotonicSeconds()
            guard now - started >= Self.patience, now - state.lastShown >= Self.interval else { return }
            (state.lastShown, state.isShown) = (now, true)
            Terminal.complain("\r" + Self.bar(state.done, of: byteCount) + "\u{1B}[K")
        }
    }

    func clear() { state.withLock { if $0.isShown { Terminal.complain("\r\u{1B}[K") } } }

    /// `reading metrics ████████░░░░░░░░ 120 of 310 MB`; without the bar when the whole is not known.
    static func bar(_ done: Int, of byteCount: Int) -> String {
        guard byteCount > 0 else { return "reading metrics: \(done / 1_000_000) MB" }
        let filled = min(cells, done * cells / byteCount)
        return "reading metrics " + String(repeating: "█", count: filled)
            + String(repeating: "░", count: cells - filled)
            + " \(min(done, byteCount) / 1_000_000) of \(byteCount / 1_000_000) MB"
    }
}
