import TestSupport

extension SeededGenerator {
    /// A text of pieces that readers look for, glued at random.
    mutating func text(of pieces: [String], atMost limit: Int) -> String {
        (0..<Int.random(in: 0...limit, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
