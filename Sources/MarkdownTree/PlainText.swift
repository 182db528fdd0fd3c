package import SourceText

/// Text in which every UTF-8 byte knows its place in the source.
///
/// Escapes, entities, container prefixes, expanded tabs and `\|` in table cells are all undone in the text and
/// accounted for in the places.
package struct PlainText: Sendable {
    /// The text's UTF-8 bytes; ranges given to `span` and `slice` count these.
    package let utf8: [UInt8]
    private let file: SourceFile
    /// Those of the text's node, or of its whole tree: they are shared, not copied.
    private let segments: ArraySlice<TextSegment>
    /// What the segments' text offsets count the first byte as.
    private let origin: Int32
    /// Where an empty text stands.
    private let anchor: Int

    init(file: SourceFile, buffer: TextBuffer, anchor: Int) {
        self.init(file: file, utf8: buffer.bytes, segments: buffer.segments[...], origin: 0, anchor: anchor)
    }

    /// - Parameter segments: all that the text touches, in order.
    init(file: SourceFile, utf8: [UInt8], segments: ArraySlice<TextSegment>, origin: Int32, anchor: Int) {
        self.utf8 = utf8
        self.file = file
        self.segments = segments
        self.origin = origin
        self.anchor = anchor
    }

    /// Text that stands in the file as it is, such as a front matter value.
    package init(verbatim span: SourceSpan) {
        var buffer = TextBuffer()
        let range = span.range.clamped(to: 0..<span.file.bytes.count)
        buffer.append(verbatim: span.file.bytes[range], at: range.lowerBound)
        self.init(file: span.file, buffer: buffer, anchor: range.lowerBound)
    }

    /// Made anew each time.
    package var text: String { String(decoding: utf8, as: UTF8.self) }

    package var isEmpty: Bool { utf8.isEmpty }

    /// Source of the whole text; an empty span where the text would stand if there is none.
    package var span: SourceSpan { span(0..<utf8.count) }

    /// Narrowest span that covers these bytes of the text; the range is clamped to it.
    ///
    /// An empty range gives the empty span before the byte at its bound, or behind the last byte.
    package func span(_ utf8Range: Range<Int>) -> SourceSpan {
        let range = utf8Range.clamped(to: 0..<utf8.count)
        guard !segments.isEmpty, !utf8.isEmpty else { return SourceSpan(file: file, range: anchor..<anchor) }
        if range.isEmpty {
            let place =
                range.lowerBound < utf8.count
                ? sourceRange(ofByte: range.lowerBound).lowerBound : sourceRange(ofByte: utf8.count - 1).upperBound
            return SourceSpan(file: file, range: place..<place)
        }
        let lower = sourceRange(ofByte: range.lowerBound).lowerBound
        let upper = sourceRange(ofByte: range.upperBound - 1).upperBound
        return SourceSpan(file: file, range: lower..<max(lower, upper))
    }

    package func span(of range: Range<String.Index>) -> SourceSpan {
        let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let upper = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        return span(lower..<max(lower, upper))
    }

    /// Part of the text, with its places; the range is clamped and widened to whole scalars.
    package func slice(_ utf8Range: Range<Int>) -> PlainText {
        let clamped = utf8Range.clamped(to: 0..<utf8.count)
        var lower = clamped.lowerBound
        var upper = clamped.upperBound
        while lower > 0, lower < utf8.count, utf8[lower] & 0xC0 == 0x80 { lower -= 1 }
        while upper > lower, upper < utf8.count, utf8[upper] & 0xC0 == 0x80 { upper += 1 }
        return PlainText(
            file: file, utf8: Array(utf8[lower..<upper]), segments: segments,
            origin: origin + Int32(truncatingIfNeeded: lower), anchor: span(lower..<lower).range.lowerBound)
    }

    /// The text without ASCII white space at either end.
    package func trimmed() -> PlainText {
        var lower = 0
        var upper = utf8.count
        while lower < upper, utf8[lower].isASCIISpace { lower += 1 }
        while upper > lower, utf8[upper - 1].isASCIISpace { upper -= 1 }
        return lower == 0 && upper == utf8.count ? self : slice(lower..<upper)
    }

    private func segmentIndex(ofByte offset: Int32) -> Int {
        segments.startIndex + max(0, segments.countOfLeading { $0.textStart <= offset } - 1)
    }

    private func sourceRange(ofByte offset: Int) -> Range<Int> {
        let offset = origin + Int32(truncatingIfNeeded: offset)
        let segment = segments[segmentIndex(ofByte: offset)]
        let start = Int(segment.sourceStart)
        guard segment.verbatim else { return start..<start + Int(segment.sourceLength) }
        let place = start + Int(offset - segment.textStart)
        return place..<place + 1
    }
}
