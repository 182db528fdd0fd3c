import SourceText

/// Places as SARIF's `location` objects.
struct SARIFPlaces {
    /// What relative addresses are relative to; GitHub and others put the root of the checkout there.
    static let baseID = "%SRCROOT%"
    /// Bytes; an excerpt that is longer explains nothing.
    private static let longestExcerpt = 2000

    private let paths: RepositoryPaths
    private var positions = Positions(.utf16)

    init(_ paths: RepositoryPaths) { self.paths = paths }

    func path(of span: SourceSpan) -> String { paths.path(of: span) }

    /// - Parameter span: nil for a finding that no document is at fault for: it has the folder, as GitHub refuses a
    ///   result without a location.
    mutating func location(_ span: SourceSpan?, id: Int? = nil, message: String?) -> OrderedJSON {
        var place = [("artifactLocation", artifact(span.map(paths.path) ?? paths.folder))]
        if let span {
            place.append(("region", region(of: span)))
            if let context = context(of: span) { place.append(("contextRegion", context)) }
        }
        var members: [(String, OrderedJSON)] = []
        if let id { members.append(("id", .integer(id))) }
        members.append(("physicalLocation", .object(place)))
        if let message { members.append(("message", messageJSON(sarifLiteral(message)))) }
        return .object(members)
    }

    private func artifact(_ path: String) -> OrderedJSON {
        guard !path.hasPrefix("/") else { return .object([("uri", .string("file://" + percentEncoded(path)))]) }
        return .object([("uri", .string(percentEncoded(path))), ("uriBaseId", .string(SARIFPlaces.baseID))])
    }

    private mutating func region(of span: SourceSpan) -> OrderedJSON {
        let (start, end) = (positions.start(of: span), positions.end(of: span))
        var members: [(String, OrderedJSON)] = [
            ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ]
        if span.range.count <= SARIFPlaces.longestExcerpt { members.append(("snippet", messageJSON(span.text))) }
        return .object(members)
    }

    /// The lines that hold the place; nil where they are the place itself (section 3.29.5) or too long.
    private func context(of span: SourceSpan) -> OrderedJSON? {
        let (first, last) = (span.firstLine, span.lastLine)
        let range = span.file.lineRange(first).lowerBound..<span.file.lineRange(last).upperBound
        guard range != span.range, range.count <= SARIFPlaces.longestExcerpt else { return nil }
        return .object([
            ("startLine", .integer(first)), ("endLine", .integer(last)),
            ("snippet", messageJSON(span.file.text(range))),
        ])
    }
}

/// A path as part of an address: every byte but letters, digits, `-._~` and `/` as `%XX` (RFC 3986, section 2.3).
private func percentEncoded(_ path: String) -> String {
    var output = ""
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            output.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            output += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
    }
    return output
}
