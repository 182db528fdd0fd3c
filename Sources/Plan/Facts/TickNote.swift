package import SourceText

/// What a comment behind a ticked box says of the tick: `<!-- by: Marit at: 2026-11-24T09:30Z evidence: run 7 -->`.
package struct TickNote: Sendable {
    package let by: String?
    package let at: TickTime?
    /// An address or a sentence that shows it.
    package let evidence: String?
    /// Whether it says when, but not so that it could be read: then nobody knows whether that has come already.
    package let isTimeUnreadable: Bool
    /// The first thing in the comment that cannot be read, and why; nil when all can.
    package let fault: Claim<String>?
    /// The comment.
    package let span: SourceSpan

    package init(
        by: String?, at: TickTime?, evidence: String?, isTimeUnreadable: Bool = false, fault: Claim<String>? = nil,
        span: SourceSpan
    ) {
        self.by = by
        self.at = at
        self.evidence = evidence
        self.isTimeUnreadable = isTimeUnreadable
        self.fault = fault
        self.span = span
    }
}

/// When somebody says that a box was ticked.
package struct TickTime: Sendable, Hashable {
    package let date: CivilDate
    /// 0 where only the day is said: the earliest that is meant.
    package let secondOfDay: Int
    /// Seconds that the clock it was read from is ahead of UTC; nil for the plan's own zone.
    package let offsetSeconds: Int?

    /// Reads `2026-11-24T09:30Z`, `2026-11-24 09:30:15+01:00`, `2026-11-24T09:30` and `2026-11-24`; nil for all else.
    package init?(_ text: String) {
        let utf8 = Array(text.utf8)
        guard utf8.count >= 10, let date = CivilDate(iso: String(decoding: utf8[..<10], as: UTF8.self)) else {
            return nil
        }
        self.date = date
        var rest = utf8[10...]
        guard let sign = rest.popFirst() else {
            (secondOfDay, offsetSeconds) = (0, nil)
            return
        }
        guard sign | 0x20 == UInt8(ascii: "t") || sign == 0x20, let minutes = TickTime.clock(&rest) else { return nil }
        var seconds = 0
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let number = TickTime.number(&rest, atMost: 59) else { return nil }
            seconds = number
        }
        secondOfDay = minutes * 60 + seconds
        guard let zone = rest.popFirst() else {
            offsetSeconds = nil
            return
        }
        if zone | 0x20 == UInt8(ascii: "z"), rest.isEmpty {
            offsetSeconds = 0
            return
        }
        guard zone == UInt8(ascii: "+") || zone == UInt8(ascii: "-"), let ahead = TickTime.clock(&rest), rest.isEmpty
        else { return nil }
        offsetSeconds = (zone == UInt8(ascii: "-") ? -60 : 60) * ahead
    }

    /// `09:30` in minutes.
    private static func clock(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let hours = number(&rest, atMost: 23), rest.popFirst() == UInt8(ascii: ":"),
            let minutes = number(&rest, atMost: 59)
        else { return nil }
        return hours * 60 + minutes
    }

    /// Two digits.
    private static func number(_ rest: inout ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest.removeFirst(2)
        let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return number <= limit ? number : nil
    }
}
