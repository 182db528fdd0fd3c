/// Why a text is no moment.
package enum TimeFault: Error, Sendable, Hashable {
    /// A date and time without `Z` or offset: it could be any of a day's worth of moments.
    case zoneMissing
    /// `23:59:60`: the clocks that plans are run by do not have it.
    case leapSecond
    case unreadable

    /// What a message says of the text.
    package var phrase: String {
        switch self {
        case .zoneMissing: "has no time zone; add Z or an offset such as +01:00"
        case .leapSecond: "is a leap second, which cannot be placed"
        case .unreadable: "is not a time; write 2026-11-23T09:30:00Z or seconds since 1970"
        }
    }
}

extension Instant {
    /// Reads `2026-11-23T09:30:00.250+01:00` (RFC 3339), or a count since 1970.
    ///
    /// A bare number below 10¹¹ is seconds (up to the year 5138), below 10¹⁴ milliseconds (from March 1973 on).
    package init(reading text: some StringProtocol) throws(TimeFault) {
        let bytes = Array(text.utf8)
        if let count = Instant.count(bytes) {
            try self.init(count: count)
        } else {
            try self.init(rfc3339: bytes)
        }
    }

    /// From a number of seconds or milliseconds since 1970; see ``init(reading:)``.
    package init(count: Double) throws(TimeFault) {
        guard count >= 0, count < 1e14, let instant = Instant(secondsSinceEpoch: count < 1e11 ? count : count / 1000)
        else { throw .unreadable }
        self = instant
    }

    /// Digits with at most one point; nil for anything else.
    private static func count(_ bytes: [UInt8]) -> Double? {
        guard let first = bytes.first, first.isDigit,
            bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(String(decoding: bytes, as: UTF8.self))
    }

    private init(rfc3339 bytes: [UInt8]) throws(TimeFault) {
        var scanner = DigitScanner(bytes)
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), let days = GregorianDays.since1970(year: year, month: month, day: day)
        else { throw .unreadable }
        if scanner.isAtEnd { throw .zoneMissing }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.number(2), hour < 24,
            scanner.skip(":"), let minute = scanner.number(2), minute < 60, scanner.skip(":"),
            let second = scanner.number(2), second <= 60, let milliseconds = scanner.fraction()
        else { throw .unreadable }
        if scanner.isAtEnd { throw .zoneMissing }
        guard let offset = scanner.offsetMinutes(), scanner.isAtEnd else { throw .unreadable }
        if second == 60 { throw .leapSecond }
        let seconds = days * 86_400 + (hour * 60 + minute - offset) * 60 + second
        self.init(millisecondsSinceEpoch: Int64(seconds) * 1000 + Int64(milliseconds))
    }

    /// RFC 3339 text at an offset from UTC in minutes, with milliseconds only where they are not zero.
    package func rfc3339(offsetMinutes: Int = 0) -> String {
        let local = millisecondsSinceEpoch + Int64(offsetMinutes) * 60_000
        let days = Int((local >= 0 ? local : local - 86_399_999) / 86_400_000)
        let rest = Int(local - Int64(days) * 86_400_000)
        let (year, month, day) = GregorianDays.date(since1970: days)
        let seconds = rest / 1000
        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        text += "T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        if rest % 1000 != 0 { text += ".\(padded(rest % 1000, 3))" }
        guard offsetMinutes != 0 else { return text + "Z" }
        let offset = abs(offsetMinutes)
        return text + "\(offsetMinutes < 0 ? "-" : "+")\(padded(offset / 60, 2)):\(padded(offset % 60, 2))"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Steps over the fixed parts of a timestamp.
private struct DigitScanner {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    /// Exactly so many digits.
    mutating func number(_ width: Int) -> Int? {
        let digits = bytes[offset...].prefix(width)
        guard digits.count == width, digits.allSatisfy(\.isDigit) else { return nil }
        offset += width
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Milliseconds of `.123456`, cut off; 0 where there is no point; nil for a point without digits.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        let digits = bytes[offset...].prefix(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        offset = digits.endIndex
        return (0..<3).reduce(0) { sum, place in
            let index = digits.startIndex + place
            return sum * 10 + (index < digits.endIndex ? Int(digits[index] - UInt8(ascii: "0")) : 0)
        }
    }

    /// `Z`, `±hh:mm`, or `±hhmm` as ISO 8601 has it too.
    mutating func offsetMinutes() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("-") ? -1 : 1
        guard sign == -1 || skip("+"), let hours = number(2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}

/// Days of the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
enum GregorianDays {
    /// nil for a day that does not exist.
    static func since1970(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1 else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return date(since1970: days) == (year, month, day) ? days : nil
    }

    static func date(since1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension UInt8 {
    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
