/// Reads the times of samples, each to the same moment as `Instant(reading:)`.
///
/// Samples stand close together: the minute that the last one named is not reckoned again.
struct TimeReader {
    /// `2026-11-23T09:30` and its milliseconds.
    private var minuteWords: (UInt64, UInt64) = (0, 0)
    private var minute: Int64 = 0

    /// Milliseconds since 1970 of the time that starts at an offset, which moves behind it; nil, and the offset where it
    /// was, for what only the slow reader can judge.
    @inline(__always)
    mutating func read(_ bytes: RawSpan, _ offset: inout Int) -> Int64? {
        bytes[offset + 4] == UInt8(ascii: "-") ? moment(bytes, &offset) : TimeReader.count(bytes, &offset)
    }

    @inline(__always)
    private mutating func moment(_ bytes: RawSpan, _ offset: inout Int) -> Int64? {
        let words = (bytes.word(at: offset), bytes.word(at: offset + 8))
        if words != minuteWords {
            guard let minute = TimeReader.minute(bytes, at: offset) else { return nil }
            self.minute = minute
            minuteWords = words
        }
        let at = offset + 16
        guard bytes[at] == UInt8(ascii: ":"), let second = TimeReader.pair(bytes, at + 1), second < 60 else {
            return nil
        }
        let time = minute + Int64(second) * 1000
        if bytes[at + 3] == UInt8(ascii: "Z") {
            offset = at + 4
            return time
        }
        return TimeReader.rest(bytes, at + 3, &offset).map { time + $0 }
    }

    /// Of `2026-11-23T09:30`.
    private static func minute(_ bytes: RawSpan, at start: Int) -> Int64? {
        guard let century = pair(bytes, start), let yearOfCentury = pair(bytes, start + 2),
            bytes[start + 4] == UInt8(ascii: "-"), let month = pair(bytes, start + 5),
            bytes[start + 7] == UInt8(ascii: "-"), let day = pair(bytes, start + 8),
            let days = GregorianDays.since1970(year: century * 100 + yearOfCentury, month: month, day: day),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[start + 10]),
            let hour = pair(bytes, start + 11), hour < 24, bytes[start + 13] == UInt8(ascii: ":"),
            let minute = pair(bytes, start + 14), minute < 60
        else { return nil }
        return Int64(days * 1440 + hour * 60 + minute) * 60_000
    }

    /// What `.250+01:00` adds.
    private static func rest(_ bytes: RawSpan, _ start: Int, _ offset: inout Int) -> Int64? {
        var at = start
        var milliseconds: Int64 = 0
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            let fraction = at
            var weight: Int64 = 100
            while bytes[at].isDigit {
                milliseconds += Int64(bytes[at] - UInt8(ascii: "0")) * weight
                weight /= 10
                at += 1
            }
            guard at > fraction else { return nil }
        }
        switch bytes[at] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            offset = at + 1
            return milliseconds
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard let hours = pair(bytes, at + 1), hours < 24, bytes[at + 3] == UInt8(ascii: ":"),
                let minutes = pair(bytes, at + 4), minutes < 60
            else { return nil }
            let east = Int64(hours * 60 + minutes) * 60_000
            milliseconds += bytes[at] == UInt8(ascii: "-") ? east : -east
            offset = at + 6
            return milliseconds
        default: return nil
        }
    }

    /// Two digits.
    @inline(__always)
    private static func pair(_ bytes: RawSpan, _ at: Int) -> Int? {
        let (tens, units) = (bytes[at] &- UInt8(ascii: "0"), bytes[at + 1] &- UInt8(ascii: "0"))
        return tens < 10 && units < 10 ? Int(tens) * 10 + Int(units) : nil
    }

    /// Seconds or milliseconds since 1970.
    static func count(_ bytes: RawSpan, _ offset: inout Int) -> Int64? {
        var at = offset
        var count: Int64 = 0
        while bytes[at].isDigit, at - offset < 15 {
            count = count * 10 + Int64(bytes[at] - UInt8(ascii: "0"))
            at += 1
        }
        guard at > offset, !bytes[at].isDigit else { return nil }
        if bytes[at] != UInt8(ascii: "."), bytes[at] | 0x20 != UInt8(ascii: "e") {
            guard count < 100_000_000_000_000 else { return nil }
            offset = at
            return count < 100_000_000_000 ? count * 1000 : count
        }
        at = offset
        guard let number = DecimalNumber.read(bytes, &at), bytes[at] != UInt8(ascii: "."),
            !(offset..<at).contains(where: { bytes[$0] | 0x20 == UInt8(ascii: "e") }),
            let time = try? Instant(count: number)
        else { return nil }
        offset = at
        return time.millisecondsSinceEpoch
    }
}
