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
    /// What each byte is to the search.
    private let roles: [Role]

    private struct Role: OptionSet {
        let rawValue: UInt8
        /// What follows belongs to the same name.
        static let namePart = Role(rawValue: 1)
        static let beginning = Role(rawValue: 2)
        /// `:` or `=`, behind which a value may stand.
        static let sign = Role(rawValue: 4)
    }

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
        let first = first
        roles = (0...UInt8.max).map { byte in
            var role: Role = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") ? .sign : []
            if byte.isNamePart { role.insert(.namePart) }
            if first[Int(byte)] != 0 { role.insert(.beginning) }
            return role
        }
    }

    /// The next place, from an offset on, with a sign that assigns, or where a credential may begin: never within a name.
    func nextPlace(in bytes: [UInt8], from start: Int) -> Int? {
        var previous = start > 0 ? roles[Int(bytes[start - 1])] : []
        var index = start
        while index < bytes.count {
            let role = roles[Int(bytes[index])]
            if role.rawValue > Role.namePart.rawValue {
                if role.contains(.sign) { return index }
                if !previous.contains(.namePart), stand(in: bytes, at: index) { return index }
            }
            previous = role
            index += 1
        }
        return nil
    }

    /// Whether one may stand at a place.
    private func stand(in bytes: [UInt8], at index: Int) -> Bool {
        let begun = first[Int(bytes[index])]
        guard begun != 0, index + 3 < bytes.count else { return false }
        let left = begun & second[Int(bytes[index + 1])]
        return left != 0 && left & third[Int(bytes[index + 2])] & fourth[Int(bytes[index + 3])] != 0
    }
}
