import SourceText

/// Literals of cmark's nodes, found again in the content, byte by byte.
extension TreeBuilder {
    /// Adds part of the content as it is, with its places.
    ///
    /// - Returns: the source of the part.
    @discardableResult
    mutating func appendContent(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, !content.segments.isEmpty else { return place(range) }
        var index = content.segmentIndex(ofByte: range.lowerBound, hint: &hint)
        var offset = range.lowerBound
        var first: Int?
        var last = 0
        while offset < range.upperBound, index < content.segments.count {
            let segment = content.segments[index]
            let end = min(range.upperBound, Int(segment.textEnd))
            if segment.verbatim {
                let place = Int(segment.sourceStart) + offset - Int(segment.textStart)
                text.append(verbatim: content.bytes[offset..<end], at: place)
                first = first ?? place
                last = place + end - offset
            } else {
                let place = Int(segment.sourceStart)
                last = place + Int(segment.sourceLength)
                text.append(content.bytes[offset..<end], for: place..<last)
                first = first ?? place
            }
            offset = end
            index += 1
        }
        let start = first ?? last
        return start..<max(start, last)
    }

    /// Matches `literal` as inline text: escapes and character references are undone.
    mutating func matchText() -> Range<Int> {
        let start = cursor
        // Most texts stand in the content as they are.
        if holdSame(literal.count, literal, from: 0, content.bytes, from: cursor),
            !literal.holdsEither(UInt8(ascii: "\\"), UInt8(ascii: "&"))
        {
            cursor += literal.count
            return appendContent(start..<cursor)
        }
        var matched = 0
        var runStart = cursor
        while matched < literal.count {
            guard cursor < content.bytes.count else { break }
            let byte = content.bytes[cursor]
            if byte == UInt8(ascii: "\\"), cursor + 1 < content.bytes.count,
                content.bytes[cursor + 1] == literal[matched], literal[matched].isASCIIPunctuation
            {
                appendContent(runStart..<cursor)
                appendDecoded(literal[matched...matched], for: cursor..<cursor + 2)
                cursor += 2
                matched += 1
                runStart = cursor
            } else if byte == UInt8(ascii: "&"),
                let reference = entities.reference(in: content.bytes, at: cursor),
                literal[matched...].starts(with: reference.decoded)
            {
                appendContent(runStart..<cursor)
                appendDecoded(reference.decoded[...], for: cursor..<cursor + reference.length)
                cursor += reference.length
                matched += reference.decoded.count
                runStart = cursor
            } else if byte == literal[matched] {
                cursor += 1
                matched += 1
            } else {
                appendContent(runStart..<cursor)
                guard let found = search(for: literal[matched...]) else { return appendLost(from: matched, start) }
                cursor = found
                runStart = cursor
            }
        }
        appendContent(runStart..<cursor)
        if matched < literal.count { return appendLost(from: matched, start) }
        return place(start..<cursor)
    }

    /// Matches `literal` as raw HTML: nothing is undone.
    mutating func matchVerbatim() -> Range<Int> {
        guard let found = search(for: literal[...]) else { return appendLost(from: 0, cursor) }
        let range = found..<found + literal.count
        guard content.bytes[range].elementsEqual(literal) else { return appendLost(from: 0, cursor) }
        appendContent(range)
        cursor = range.upperBound
        return place(range)
    }

    /// Matches a run of backticks, `literal` with line endings as spaces and perhaps a space on both sides, and the run.
    mutating func matchCodeSpan() -> Range<Int> {
        let start = cursor
        let backtick = UInt8(ascii: "`")
        var inner = cursor
        while inner < content.bytes.count, content.bytes[inner] == backtick { inner += 1 }
        let length = inner - start
        guard length > 0, let end = closingRun(of: length, from: inner) else { return appendLost(from: 0, start) }
        let padding = (end - inner - literal.count) / 2
        guard end - inner == literal.count + 2 * padding, padding >= 0, padding <= 1 else {
            cursor = end + length
            return appendLost(from: 0, start)
        }
        var runStart = inner + padding
        for offset in runStart..<end - padding where content.bytes[offset] == UInt8(ascii: "\n") {
            appendContent(runStart..<offset)
            appendDecoded([UInt8(ascii: " ")], for: offset..<offset + 1)
            runStart = offset + 1
        }
        appendContent(runStart..<end - padding)
        cursor = end + length
        return place(start..<cursor)
    }

    private func closingRun(of length: Int, from start: Int) -> Int? {
        let backtick = UInt8(ascii: "`")
        var offset = start
        while offset < content.bytes.count {
            guard content.bytes[offset] == backtick else {
                offset += 1
                continue
            }
            let runStart = offset
            while offset < content.bytes.count, content.bytes[offset] == backtick { offset += 1 }
            if offset - runStart == length { return runStart }
        }
        return nil
    }

    private mutating func appendDecoded(_ bytes: ArraySlice<UInt8>, for range: Range<Int>) {
        text.append(bytes, for: place(range))
    }

    /// Where the start of `wanted` stands from the cursor on; nil when it is not there or the budget is spent.
    private mutating func search(for wanted: ArraySlice<UInt8>) -> Int? {
        let key = wanted.prefix(16)
        var offset = cursor
        while offset + key.count <= content.bytes.count {
            if content.bytes[offset..<offset + key.count].elementsEqual(key),
                offset + wanted.count <= content.bytes.count
            {
                return offset
            }
            searchBudget -= 1
            guard searchBudget > 0 else { return nil }
            offset += 1
        }
        return nil
    }

    /// The rest of `literal` was not found: it stands for the rest of the block, so that no place is wrong, only wide.
    private mutating func appendLost(from matched: Int, _ start: Int) -> Range<Int> {
        let range = place(min(start, cursor)..<content.bytes.count)
        text.append(literal[matched...], for: range)
        return range
    }
}
