import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// As `map`, on all cores: the results stand in the order of the elements, whoever was done first.
    ///
    /// - Parameters:
    ///   - worthwhile: So many elements at least are worth a thread.
    ///   - transform: Must not depend on the other elements.
    package func mapSideBySide<Result: Sendable>(
        atLeast worthwhile: Int = 1, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let length = Swift.max(worthwhile, count / mostPortions)
        let portions = (count + length - 1) / length
        // One is done before another thread has begun.
        guard portions > 1 else { return map(transform) }
        let finished = Mutex([[Result]?](repeating: nil, count: portions))
        DispatchQueue.concurrentPerform(iterations: portions) { portion in
            let results = self[portion * length..<Swift.min(count, (portion + 1) * length)].map(transform)
            finished.withLock { $0[portion] = results }
        }
        return finished.withLock { $0.flatMap { $0 ?? [] } }
    }
}

/// Two values, each made on a core of its own.
///
/// - Parameter worthwhile: Whether making them takes longer than to begin a thread; otherwise one is made after the other.
package func sideBySide<First: Sendable, Second: Sendable>(
    when worthwhile: Bool, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    guard worthwhile else { return (first(), second()) }
    let made = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
            let value = first()
            made.withLock { $0.0 = value }
        } else {
            let value = second()
            made.withLock { $0.1 = value }
        }
    }
    guard case (let one?, let other?) = made.withLock({ $0 }) else { preconditionFailure("both were made") }
    return (one, other)
}

/// Elements are handed out in portions, many enough that a few large elements keep no core waiting.
private let mostPortions = 256
