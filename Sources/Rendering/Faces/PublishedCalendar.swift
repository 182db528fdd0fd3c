/// What is remembered of the `calendar.ics` that was published before: how often each event was changed, and when.
struct PublishedCalendar {
    struct Event {
        let id: String
        let sequence: Int
        /// As printed: `20261130T130700Z`.
        let stamp: String
        /// All other lines in their order.
        let content: [String]
    }
    /// In the order of the file.
    let events: [Event]
    private let byID: [String: Event]

    /// - Parameter bytes: Of the file; what is not ours or torn is as if it had never been published.
    init(_ bytes: [UInt8]) {
        var events: [Event] = []
        var lines: [String]?
        for line in ContentLine.unfolded(bytes) {
            switch line {
            case "BEGIN:VEVENT": lines = []
            case "END:VEVENT":
                if let event = lines.flatMap(Event.init) { events.append(event) }
                lines = nil
            default: lines?.append(line)
            }
        }
        self.events = events
        byID = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func event(_ id: String) -> Event? { byID[id] }
}

extension PublishedCalendar.Event {
    /// What stands in an event beside its name, number and stamp.
    private static let properties: Set<Substring> = [
        "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP", "URL", "STATUS",
    ]

    fileprivate init?(_ lines: [String]) {
        func value(_ name: String) -> String? {
            lines.first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
        }
        guard let id = value("UID"), id.utf8.count == 36, id.utf8.allSatisfy({ isHexDigit($0) || $0 == 0x2D }),
            let sequence = value("SEQUENCE").flatMap({ Int($0) }), (0..<1_000_000_000).contains(sequence),
            let stamp = value("DTSTAMP"), isStamp(stamp)
        else { return nil }
        let own = ["UID:", "SEQUENCE:", "DTSTAMP:"]
        content = lines.filter { line in !own.contains { line.hasPrefix($0) } }
        guard
            content.allSatisfy({ line in
                Self.properties.contains(line.prefix { $0 != ":" && $0 != ";" })
                    && line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            })
        else { return nil }
        self.id = id
        self.sequence = sequence
        self.stamp = stamp
    }

    /// The same event, no longer held. Nothing is cancelled twice.
    func cancelled(at stamp: String) -> Self {
        let mark = "STATUS:CANCELLED"
        return content.contains(mark)
            ? self : Self(id: id, sequence: sequence + 1, stamp: stamp, content: content + [mark])
    }

    /// Whether it ends on a day or later; `20261130`.
    func ends(onOrAfter day: String) -> Bool {
        guard let end = content.first(where: { $0.hasPrefix("DTEND") })?.split(separator: ":").last else {
            return false
        }
        // The end of whole days is the day after them.
        return String(end.prefix(8)) >= day
    }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}

private func isStamp(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 16 && bytes[8] == UInt8(ascii: "T") && bytes[15] == UInt8(ascii: "Z")
        && (Array(0..<8) + Array(9..<15)).allSatisfy { (0x30...0x39).contains(bytes[$0]) }
}
