import SourceText

/// A run of text bytes and the source bytes that they stand for.
struct TextSegment: Sendable, Hashable {
    /// Offset of the first byte in the text.
    var textStart: Int32
    var textLength: Int32
    /// Offset of the first byte in the file.
    var sourceStart: Int32
    var sourceLength: Int32
    /// Byte by byte the same as the source; otherwise (an escape, an entity, a line ending) all of it stands for all.
    var verbatim: Bool

    var textEnd: Int32 { textStart + textLength }

    /// The part of the segment inside `range`, which must touch it, with text offsets counted from `range`'s start.
    func clipped(to range: Range<Int32>) -> TextSegment {
        let lower = max(textStart, range.lowerBound)
        let upper = min(textEnd, range.upperBound)
        return TextSegment(
            textStart: lower - range.lowerBound, textLength: upper - lower,
            sourceStart: verbatim ? sourceStart + lower - textStart : sourceStart,
            sourceLength: verbatim ? upper - lower : sourceLength, verbatim: verbatim)
    }
}

/// Text under construction: bytes with the segments that place them.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []
    private(set) var segments: [TextSegment] = []
    /// Segments before this index belong to another node and are not extended.
    private var firstOpenSegment = 0

    /// Starts another node's text: its segments are its own.
    mutating func beginNode() { firstOpenSegment = segments.count }

    /// Adds bytes that stand in the source as they are.
    mutating func append(verbatim slice: some Collection<UInt8>, at sourceStart: Int) {
        guard !slice.isEmpty else { return }
        let start = Int32(truncatingIfNeeded: bytes.count)
        let count = Int32(truncatingIfNeeded: slice.count)
        let source = Int32(truncatingIfNeeded: sourceStart)
        bytes.append(contentsOf: slice)
        if segments.count > firstOpenSegment, let last = segments.last, last.verbatim,
            last.sourceStart + last.sourceLength == source
        {
            segments[segments.count - 1].textLength += count
            segments[segments.count - 1].sourceLength += count
        } else {
            segments.append(
                TextSegment(
                    textStart: start, textLength: count, sourceStart: source, sourceLength: count, verbatim: true))
        }
    }

    /// Adds bytes that stand for a stretch of the source as a whole.
    mutating func append(_ slice: some Collection<UInt8>, for source: Range<Int>) {
        guard !slice.isEmpty else { return }
        segments.append(
            TextSegment(
                textStart: Int32(truncatingIfNeeded: bytes.count), textLength: Int32(truncatingIfNeeded: slice.count),
                sourceStart: Int32(truncatingIfNeeded: source.lowerBound),
                sourceLength: Int32(truncatingIfNeeded: source.count), verbatim: false))
        bytes.append(contentsOf: slice)
    }

    /// Adds part of another text; its segments must be ordered.
    mutating func append(_ slice: ArraySlice<UInt8>, segments others: ArraySlice<TextSegment>, from origin: Int32) {
        let shift = Int32(truncatingIfNeeded: bytes.count) - origin
        bytes.append(contentsOf: slice)
        for var segment in others {
            segment.textStart += shift
            segments.append(segment)
        }
    }

    /// Adds copies of some segments, cut to `range` of the bytes, without adding bytes; returns their source.
    mutating func appendClips(of indices: Range<Int>, to range: Range<Int32>) -> Range<Int> {
        var source: Range<Int>?
        var index = indices.lowerBound + indices.countOfLeading { segments[$0].textEnd <= range.lowerBound }
        while index < indices.upperBound, segments[index].textStart < range.upperBound {
            var clip = segments[index].clipped(to: range)
            clip.textStart += range.lowerBound
            let start = Int(clip.sourceStart)
            let end = start + Int(clip.sourceLength)
            source = source.map { min($0.lowerBound, start)..<max($0.upperBound, end) } ?? start..<end
            segments.append(clip)
            index += 1
        }
        return source ?? 0..<0
    }
}
