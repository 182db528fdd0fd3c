import DataNotations
import Observations
import SourceText

/// What a published page says of itself: when it was made, until when it may be believed, and its verdict.
struct PublishedStatus {
    let madeAt: Instant
    let validUntil: Instant
    let headline: String

    /// Reads a page of the site, or its `status.json`.
    ///
    /// - Parameter name: For messages.
    /// - Throws: for what Plumbline has not made, and for a page that does not say when it was made.
    init(reading bytes: [UInt8], from name: String) throws(CommandError) {
        let start = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let values =
            start == UInt8(ascii: "{")
            ? jsonValues(SourceFile(path: name, bytes: bytes)) : pageValues(String(decoding: bytes, as: UTF8.self))
        guard let values else {
            throw CommandError(
                "'\(shown(name))' is no page of Plumbline's, or does not say when it was made",
                help: "name the site's index.html or status.json")
        }
        madeAt = try moment(values.madeAt, called: "made", in: name)
        validUntil = try moment(values.validUntil, called: "valid until", in: name)
        headline = values.headline
    }
}

private typealias StatedValues = (madeAt: String, validUntil: String, headline: String)

private func moment(_ text: String, called key: String, in name: String) throws(CommandError) -> Instant {
    do {
        return try Instant(reading: text)
    } catch {
        throw CommandError("'\(shown(name))': the time '\(shown(text))' (\(key)) \(error.phrase)")
    }
}

private func jsonValues(_ file: SourceFile) -> StatedValues? {
    let input = NotationInput(file: file)
    guard let value = readNotation(input, as: .json).bindings.first?.value,
        value.member("schema")?.value.stringValue == "plumbline/status/1",
        let madeAt = value.member("madeAt")?.value.stringValue,
        let validUntil = value.member("validUntil")?.value.stringValue,
        let headline = value.member("headline")?.value.stringValue
    else { return nil }
    return (madeAt, validUntil, headline)
}

/// The element that tells readers when a page is too old carries the times. No document can write one: what comes from
/// documents is escaped.
private func pageValues(_ page: String) -> StatedValues? {
    guard let mark = page.firstRange(of: " id=\"stale\""),
        let start = page[..<mark.lowerBound].lastIndex(of: "<"), let end = page[start...].firstIndex(of: ">")
    else { return nil }
    let tag = page[start..<end]
    func value(_ name: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return plainText(tag[start.upperBound...].prefix { $0 != "\"" })
    }
    guard let madeAt = value("data-made"), let validUntil = value("data-until"), let headline = value("data-headline")
    else { return nil }
    return (madeAt, validUntil, headline)
}

private func plainText(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
}
