import SourceText

/// What a block's text was parsed from, each byte with its place in the source.
///
/// cmark strips container prefixes and indentation, expands tabs, replaces NUL by U+FFFD and, in tables, `\|` by `|`.
/// The content is laid against the source lines again, and every line is checked byte for byte, so a wrong position
/// from cmark is noticed and never believed.
struct BlockContent {
    var bytes: [UInt8] = []
    private(set) var segments: [TextSegment] = []

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
    }

    /// Lets all bytes stand for one stretch of the source; what remains when the content is not found there.
    mutating func place(asWhole range: Range<Int>) {
        segments.removeAll(keepingCapacity: true)
        add(0..<bytes.count, source: range, verbatim: false)
    }

    /// Lays the content against the bytes from `start`, which must all be there.
    mutating func place(forwardFrom start: Int, in source: SourceFile, unescapingPipes: Bool) -> Bool {
        segments.removeAll(keepingCapacity: true)
        var place = start
        var offset = 0
        while offset < bytes.count {
            let runStart = offset
            let runPlace = place
            while offset < bytes.count, place < source.bytes.count, bytes[offset] == source.bytes[place],
                !(unescapingPipes && isEscapedPipe(source, place))
            {
                offset += 1
                place += 1
            }
            add(runStart..<offset, source: runPlace..<place, verbatim: true)
            guard offset < bytes.count else { break }
            if unescapingPipes, bytes[offset] == UInt8(ascii: "|"), isEscapedPipe(source, place) {
                add(offset..<offset + 1, source: place..<place + 2, verbatim: false)
                offset += 1
                place += 2
            } else if isReplacedNul(endingAt: offset + 2), place < source.bytes.count, source.bytes[place] == 0 {
                add(offset..<offset + 3, source: place..<place + 1, verbatim: false)
                offset += 3
                place += 1
            } else {
                return false
            }
        }
        return true
    }

    /// Lays each line of the content against the end of a source line, beginning at line `firstLine`.
    ///
    /// - Parameters:
    ///   - start: where the first line's text must begin; nil when only a container's prefix may stand before it.
    ///   - paddingIsTab: spaces at the start of a line that are not in the source came from a tab (code blocks).
    /// - Returns: whether every line was found.
    mutating func place(
        linesFrom firstLine: Int, start: Int?, in source: SourceFile, unescapingPipes: Bool = false,
        paddingIsTab: Bool = false
    ) -> Bool {
        segments.removeAll(keepingCapacity: true)
        var line = firstLine
        var offset = 0
        while offset < bytes.count {
            guard line <= source.lineStarts.count else { return false }
            var end = offset
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let range = source.lineRange(line)
            let isFirst = line == firstLine
            guard
                let found = place(
                    offset..<end, before: range, in: source, unescapingPipes: unescapingPipes,
                    paddingIsTab: paddingIsTab)
            else { return false }
            if !paddingIsTab, isFirst, let start {
                guard found == start || offset == end else { return false }
            } else if !paddingIsTab, !isContainerPrefix(source, range.lowerBound..<found) {
                return false
            }
            if end < bytes.count {
                let next = line < source.lineStarts.count ? source.lineStarts[line] : source.bytes.count
                add(
                    end..<end + 1, source: range.upperBound..<max(next, range.upperBound),
                    verbatim: next == range.upperBound + 1 && source.bytes[range.upperBound] == UInt8(ascii: "\n"))
            }
            offset = end + 1
            line += 1
        }
        return true
    }

    /// The source of part of the content; empty parts stand before the byte at their bound.
    func sourceRange(_ range: Range<Int>, hint: inout Int) -> Range<Int> {
        guard !segments.isEmpty else { return 0..<0 }
        if range.isEmpty {
            if range.lowerBound < bytes.count {
                let place = sourceRange(ofByte: range.lowerBound, hint: &hint).lowerBound
                return place..<place
            }
            let place = sourceRange(ofByte: bytes.count - 1, hint: &hint).upperBound
            return place..<place
        }
        let lower = sourceRange(ofByte: range.lowerBound, hint: &hint).lowerBound
        let upper = sourceRange(ofByte: range.upperBound - 1, hint: &hint).upperBound
        return lower..<max(lower, upper)
    }

    /// Index of the segment that holds a byte, searched from `hint`, which moves along.
    func segmentIndex(ofByte offset: Int, hint: inout Int) -> Int {
        let offset = Int32(truncatingIfNeeded: offset)
        var index = min(hint, segments.count - 1)
        if segments[index].textStart > offset {
            index = max(0, (0..<index).countOfLeading { segments[$0].textStart <= offset } - 1)
        }
        while index + 1 < segments.count, segments[index + 1].textStart <= offset { index += 1 }
        hint = index
        return index
    }

    private func sourceRange(ofByte offset: Int, hint: inout Int) -> Range<Int> {
        let segment = segments[segmentIndex(ofByte: offset, hint: &hint)]
        let start = Int(segment.sourceStart)
        guard segment.verbatim else { return start..<start + Int(segment.sourceLength) }
        let place = start + offset - Int(segment.textStart)
        return place..<place + 1
    }

    /// Lays one line against the end of a source line and returns where its text starts.
    ///
    /// White space at the end of the source line may be missing from the content.
    private mutating func place(
        _ content: Range<Int>, before line: Range<Int>, in source: SourceFile, unescapingPipes: Bool,
        paddingIsTab: Bool
    ) -> Int? {
        var offset = content.upperBound
        var place = line.upperBound
        while offset > content.lowerBound, bytes[offset - 1].isASCIISpace { offset -= 1 }
        while place > line.lowerBound, source.bytes[place - 1].isASCIISpace { place -= 1 }
        let tail = content.upperBound - offset
        if offset == content.lowerBound {
            let start = max(line.lowerBound, line.upperBound - tail)
            add(content, source: start..<line.upperBound, verbatim: start + tail == line.upperBound)
            return start
        }
        // Most lines stand there as they are.
        let length = offset - content.lowerBound
        if !unescapingPipes, place - length >= line.lowerBound,
            holdSame(length, bytes, from: content.lowerBound, source.bytes, from: place - length)
        {
            add(content.lowerBound..<offset, source: place - length..<place, verbatim: true)
            addTail(tail, of: content, source: place..<line.upperBound)
            return place - length
        }
        var found: [TextSegment] = []
        var runEnd = offset
        func close(at place: Int, from offset: Int) {
            guard runEnd > offset else { return }
            found.append(segment(offset..<runEnd, source: place..<place + runEnd - offset, verbatim: true))
        }
        while offset > content.lowerBound, place > line.lowerBound {
            let byte = source.bytes[place - 1]
            if unescapingPipes, byte == UInt8(ascii: "|"), bytes[offset - 1] == byte, place - 1 > line.lowerBound,
                source.bytes[place - 2] == UInt8(ascii: "\\")
            {
                close(at: place, from: offset)
                found.append(segment(offset - 1..<offset, source: place - 2..<place, verbatim: false))
                offset -= 1
                place -= 2
                runEnd = offset
            } else if byte == bytes[offset - 1] {
                offset -= 1
                place -= 1
            } else if byte == 0, offset - 3 >= content.lowerBound, isReplacedNul(endingAt: offset - 1) {
                close(at: place, from: offset)
                found.append(segment(offset - 3..<offset, source: place - 1..<place, verbatim: false))
                offset -= 3
                place -= 1
                runEnd = offset
            } else {
                break
            }
        }
        close(at: place, from: offset)
        if offset > content.lowerBound {
            guard paddingIsTab, bytes[content.lowerBound..<offset].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
                return nil
            }
            let tab = place > line.lowerBound ? place - 1 : place
            add(content.lowerBound..<offset, source: tab..<place, verbatim: false)
        }
        for segment in found.reversed() { add(segment) }
        let end = Int(found.first.map { $0.sourceStart + $0.sourceLength } ?? Int32(truncatingIfNeeded: place))
        addTail(tail, of: content, source: end..<max(end, line.upperBound))
        return place
    }

    /// White space at the end of a line of the content, of which the source line may have less.
    private mutating func addTail(_ length: Int, of content: Range<Int>, source: Range<Int>) {
        let available = min(length, source.count)
        add(
            content.upperBound - length..<content.upperBound,
            source: source.lowerBound..<source.lowerBound + available, verbatim: length == available)
    }

    private func isReplacedNul(endingAt last: Int) -> Bool {
        last >= 2 && last < bytes.count && bytes[last] == 0xBD && bytes[last - 1] == 0xBF && bytes[last - 2] == 0xEF
    }

    private func isEscapedPipe(_ source: SourceFile, _ place: Int) -> Bool {
        place + 1 < source.bytes.count && source.bytes[place] == UInt8(ascii: "\\")
            && source.bytes[place + 1] == UInt8(ascii: "|")
    }

    private func isContainerPrefix(_ source: SourceFile, _ range: Range<Int>) -> Bool {
        source.bytes[range].allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
    }

    private func segment(_ text: Range<Int>, source: Range<Int>, verbatim: Bool) -> TextSegment {
        TextSegment(
            textStart: Int32(truncatingIfNeeded: text.lowerBound), textLength: Int32(truncatingIfNeeded: text.count),
            sourceStart: Int32(truncatingIfNeeded: source.lowerBound),
            sourceLength: Int32(truncatingIfNeeded: source.count), verbatim: verbatim)
    }

    private mutating func add(_ text: Range<Int>, source: Range<Int>, verbatim: Bool) {
        guard !text.isEmpty else { return }
        add(segment(text, source: source, verbatim: verbatim))
    }

    private mutating func add(_ next: TextSegment) {
        if let last = segments.last, last.verbatim, next.verbatim,
            last.sourceStart + last.sourceLength == next.sourceStart
        {
            segments[segments.count - 1].textLength += next.textLength
            segments[segments.count - 1].sourceLength += next.sourceLength
        } else {
            segments.append(next)
        }
    }
}
