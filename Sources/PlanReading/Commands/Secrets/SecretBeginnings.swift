/// What credentials with a shape of their own begin with, told from anything else by a few looks into tables.
struct SecretBeginnings: Sendable {
    /// `ey` and `ew` stand for the brace and the quote, space or line's end that a signed token's first part begins with.
    static let known = SecretBeginnings(
        SecretShape.all.map(\.prefix) + ["-----BEGIN ", "ey", "ew"].map { Array($0.utf8) })

    /// For each byte the beginnings, a bit each, that may have it at their first, second, third and fourth place.
    private let first: [UInt64]
    private let second: [UInt64]
    private let third: [UInt64]
    private let fourth: [UInt64]

    private init(_ beginnings: [[UInt8]]) {
        func table(_ place: Int) -> [UInt64] {
            var table = Array(repeating: UInt64(0), count: 256)
            for (index, beginning) in beginnings.enumerated() {
                let bit = UInt64(1) << UInt64(index)
                if place < beginning.count {
                    table[Int(beginning[place])] |= bit
                } else {
                    for byte in table.indices { table[byte] |= bit }
                }
            }
            return table
        }
        first = table(0)
        second = table(1)
        third = table(2)
        fourth = table(3)
    }

    /// Whether one may stand at a place.
    @inline(__always)
    func stand(in bytes: [UInt8], at index: Int) -> Bool {
        let begun = first[Int(bytes[index])]
        guard begun != 0, index + 3 < bytes.count else { return false }
        let left = begun & second[Int(bytes[index + 1])]
        return left != 0 && left & third[Int(bytes[index + 2])] & fourth[Int(bytes[index + 3])] != 0
    }
}
