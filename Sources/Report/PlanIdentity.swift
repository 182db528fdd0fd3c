/// Names for the things of a plan that hold wherever they are read: of entries in a feed, of events in a calendar.
///
/// A feed reader or a calendar knows a thing again by its name alone. So a name depends on what the thing is in the plan
/// and on nothing that a build finds around itself.
package struct PlanIdentity: Sendable {
    private let plan: String

    /// - Parameters:
    ///   - site: Where the plan is published: of all addresses in the world no other plan has it.
    ///   - title: What tells the plan from others where no address is known.
    package init(site: String?, title: String) { plan = site ?? title }

    /// A UUID of version 8 made of a name by SHA-256, as RFC 9562 has it in appendix B.2.
    package func uuid(_ kind: String, _ name: String) -> String {
        var bytes = Array(SHA256.digest("plumbline\0\(plan)\0\(kind)\0\(name)".utf8).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}
