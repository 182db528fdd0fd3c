/// Whether and when a request is tried again.
package struct RetryPolicy: Sendable {
    /// Tries after the first one.
    package let retries: Int
    /// Seconds before the second try, doubled before each further one, 30 at most.
    package let firstDelay: Double
    /// The longest wait that a server may ask for, in seconds; one that wants more is not asked again.
    package let longestWait: Double

    package init(retries: Int = 3, firstDelay: Double = 0.5, longestWait: Double = 60) {
        self.retries = retries
        self.firstDelay = firstDelay
        self.longestWait = longestWait
    }

    /// - Parameters:
    ///   - tries: Made so far, from 1.
    ///   - asked: Seconds that the server asks to wait; 0 for none.
    ///   - jitter: From 0 to 1: many clients that failed together must not come back together.
    /// - Returns: seconds to wait; nil to give up.
    func delay(after tries: Int, asked: Double, jitter: Double) -> Double? {
        guard tries <= retries, asked <= longestWait else { return nil }
        var delay = firstDelay
        for _ in 1..<max(1, tries) where delay < 30 { delay *= 2 }
        return max(asked, min(delay, 30) * (0.5 + 0.5 * min(max(jitter, 0), 1)))
    }

    /// Whether another try may end otherwise: too many requests, or a fault of the server's that may pass.
    static func isPassing(status: Int) -> Bool {
        status == 429 || (500...599).contains(status) && status != 501 && status != 505
    }
}
