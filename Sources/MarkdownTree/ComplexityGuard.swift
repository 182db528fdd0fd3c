package import SourceText

/// Refuses the documents on which cmark-gfm (0.29.0.gfm.6) takes time that grows with the square of their size.
///
/// One pass over the bytes estimates, never too low, the work that each known trap would cost; each limit stands for at
/// most about half a second. The traps, measured: unclosed `<![CDATA[`, `<!A` and `<?` scan to the paragraph's end;
/// every link walks over all emphasis marks and image brackets before it in its paragraph; table columns are appended
/// to a list that is walked from its start, short rows are filled up to the header's width, and every line like
/// `--|--` reads its paragraph again; every blank or lazy line and every
/// inline that is moved walks over all open quotes and lists; every
/// reference copies its definition.
package struct ComplexityGuard {
    /// Bytes that are read at all.
    package static let largestFile = 8 << 20

    /// What is counted, with its limit, its name in the message and what to do about it.
    private struct Measure {
        let limit: Int
        let what: String
        let help: String
        private(set) var cost = 0

        init(limit: Int, what: String, help: String) {
            self.limit = limit
            self.what = what
            self.help = help
        }

        mutating func add(_ cost: Int) { self.cost = self.cost.addingSaturated(cost) }
    }

    private var rawHTML = Measure(
        limit: 400_000_000, what: "bytes to search behind '<?' and '<!'",
        help: "put markup into code spans or code blocks, or part the text with blank lines")
    private var links = Measure(
        limit: 50_000_000, what: "pairs of link and emphasis mark in one paragraph",
        help: "part the text with blank lines")
    private var columns = Measure(
        limit: 200_000_000, what: "pairs of table columns", help: "split the table, or put the text into a code block")
    private var cells = Measure(
        limit: 500_000, what: "missing table cells", help: "write the table with fewer columns, or with full rows")
    private var delimiterRows = Measure(
        limit: 8_000_000, what: "bytes to read again for lines like '--|--'",
        help: "put a blank line before each table")
    private var nesting = Measure(
        limit: 12_000_000, what: "nested quotes and lists to look through",
        help: "nest less, or end the nested block before the lines that follow")

    private var references = Measure(
        limit: 100_000_000, what: "bytes to copy for reference links",
        help: "use shorter link definitions, or part the definitions with blank lines")

    private let source: SourceFile
    /// `]` that are not followed by `(`, in the whole document: each may be a reference.
    private var referenceCount = 0
    /// Bytes from a `]:` to the next, or to the end of its lines.
    private var longestDefinition = 0
    private var run = Run()
    private var depth = 0
    private var lastLineWasBlank = true
    private var fence: (character: UInt8, length: Int)?

    /// Lines without a blank one between them: no paragraph reaches beyond them.
    private struct Run {
        var start = 0
        var closers = 0
        var delimiters = 0
        var images = 0
        var markup = 0
        var columns = 0
        var widestLine = 0
        /// Where the last `]:` stands; nil when there is none.
        var definition: Int?
    }

    /// nil when the document can be parsed in time.
    package static func finding(for source: SourceFile) -> Finding? {
        if source.bytes.count > largestFile {
            return refusal(
                source, "the file has \(source.bytes.count) bytes, the limit is \(largestFile)",
                help: "split the document")
        }
        var guardian = ComplexityGuard(source: source)
        return guardian.measure()
    }

    private init(source: SourceFile) { self.source = source }

    private mutating func measure() -> Finding? {
        for number in 1...source.lineStarts.count {
            let line = source.lineRange(number)
            if !skipsAsCode(line) { read(line) }
        }
        endRun(at: source.bytes.count)
        references.add(referenceCount.multipliedSaturated(longestDefinition))
        for measure in [rawHTML, links, columns, cells, delimiterRows, nesting, references]
        where measure.cost > measure.limit {
            return Self.refusal(
                source, "the document has about \(measure.cost) \(measure.what), the limit is \(measure.limit)",
                help: measure.help)
        }
        return nil
    }

    private static func refusal(_ source: SourceFile, _ message: String, help: String) -> Finding {
        Finding(
            rule: "document-too-complex", severity: .error, message: message,
            at: SourceSpan(file: source, range: source.lineRange(1)), help: help, identity: [source.path])
    }

    /// Whether a line belongs to a fenced block at the top level, in which nothing is parsed.
    ///
    /// A fence without indentation cannot stand in a list or quote, and nothing but its like ends it.
    private mutating func skipsAsCode(_ line: Range<Int>) -> Bool {
        if let open = fence {
            if let close = fenceRun(line, indented: true), close.character == open.character,
                close.length >= open.length, close.end == line.upperBound
            {
                fence = nil
            }
            return true
        }
        guard let found = fenceRun(line, indented: false) else { return false }
        let info = source.bytes[found.end..<line.upperBound]
        guard found.character == UInt8(ascii: "~") || !info.contains(UInt8(ascii: "`")) else { return false }
        endRun(at: line.lowerBound)
        fence = (found.character, found.length)
        depth = 0
        lastLineWasBlank = true
        return true
    }

    private func fenceRun(_ line: Range<Int>, indented: Bool) -> (character: UInt8, length: Int, end: Int)? {
        var place = line.lowerBound
        if indented {
            while place < line.upperBound, source.bytes[place] == UInt8(ascii: " "), place - line.lowerBound < 3 {
                place += 1
            }
        }
        guard place < line.upperBound,
            source.bytes[place] == UInt8(ascii: "`") || source.bytes[place] == UInt8(ascii: "~")
        else { return nil }
        let character = source.bytes[place]
        let start = place
        while place < line.upperBound, source.bytes[place] == character { place += 1 }
        let length = place - start
        guard length >= 3 else { return nil }
        while place < line.upperBound, source.bytes[place].isSpaceOrTab { place += 1 }
        return (character, length, place)
    }

    private mutating func read(_ line: Range<Int>) {
        let prefix = LinePrefix(source.bytes, line)
        if prefix.end == line.upperBound, prefix.markers == 0 {
            endRun(at: line.lowerBound)
            nesting.add(depth + prefix.quotes)
            lastLineWasBlank = true
            return
        }
        let opened = prefix.columns / 2 + prefix.quotes + prefix.markers
        let mayBeLazy = !lastLineWasBlank && (prefix.markers == 0 || prefix.columns >= 4)
        depth = mayBeLazy ? max(depth, opened) : min(opened, depth + prefix.quotes + prefix.markers)
        nesting.add(depth)
        lastLineWasBlank = false
        if startsBlock(line, prefix) { endRun(at: line.lowerBound) }
        readText(prefix.textStart(source.bytes, line)..<line.upperBound)
    }

    /// Whether a line certainly starts a block of its own: a bullet with text or a heading, not indented.
    private func startsBlock(_ line: Range<Int>, _ prefix: LinePrefix) -> Bool {
        let first = source.bytes[line.lowerBound]
        if first == UInt8(ascii: "#") {
            let level = source.bytes[line].prefix { $0 == first }.count
            let next = line.lowerBound + level
            return level <= 6 && next < line.upperBound && source.bytes[next].isSpaceOrTab
        }
        let isBullet = first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+")
        return isBullet && prefix.markers > 0 && prefix.end < line.upperBound
    }

    private mutating func readText(_ range: Range<Int>) {
        var pipes = 0
        var dashes = 0
        var others = 0
        var marks = 0
        var previous: UInt8 = 0
        let bytes = source.bytes
        for place in range {
            let byte = bytes[place]
            // Most of a text is letters.
            if byte.isASCIILetter || byte >= 0x80 {
                others += 1
                previous = byte
                continue
            }
            if byte.isASCIIPunctuation { marks += 1 }
            switch byte {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"):
                if previous == UInt8(ascii: "]") {
                    endDefinition(at: place)
                    run.definition = place
                }
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "]"):
                run.closers += 1
                if place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "(") {
                    referenceCount += 1
                }
                others += 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                if previous != byte { run.delimiters += 1 }
                others += 1
            case UInt8(ascii: "["):
                if previous == UInt8(ascii: "!") { run.images += 1 }
                others += 1
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                if previous == UInt8(ascii: "<") { run.markup += 1 }
                others += 1
            default: others += 1
            }
            previous = byte
        }
        nesting.add(depth.multipliedSaturated(marks))
        if others == 0, dashes > 0 {
            delimiterRows.add(range.upperBound - run.start)
            columns.add(pipes * pipes + run.widestLine * run.widestLine)
            run.columns = max(run.columns, pipes + 1)
        } else if run.columns > 0 {
            columns.add(pipes * pipes)
            cells.add(max(0, run.columns - pipes - 2))
        }
        run.widestLine = max(run.widestLine, pipes)
    }

    private mutating func endDefinition(at end: Int) {
        guard let start = run.definition else { return }
        longestDefinition = max(longestDefinition, end - start)
    }

    private mutating func endRun(at end: Int) {
        endDefinition(at: end)
        rawHTML.add(run.markup.multipliedSaturated(end - run.start))
        links.add(run.closers.multipliedSaturated(run.delimiters + run.images))
        run = Run()
        run.start = end
    }
}

/// What stands before a line's text: indentation, quote marks and list markers.
private struct LinePrefix {
    /// Columns of white space.
    var columns = 0
    var quotes = 0
    var markers = 0
    var end: Int

    init(_ bytes: [UInt8], _ line: Range<Int>) {
        end = line.lowerBound
        while end < line.upperBound {
            switch bytes[end] {
            case UInt8(ascii: " "): columns += 1
            case UInt8(ascii: "\t"): columns += 4
            case UInt8(ascii: ">"): quotes += 1
            default:
                guard let marker = Self.markerEnd(bytes, end..<line.upperBound) else { return }
                markers += 1
                end = marker
                continue
            }
            end += 1
        }
    }

    /// Behind a task box, which is no link.
    func textStart(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
        guard markers > 0, end + 2 < line.upperBound, bytes[end] == UInt8(ascii: "["),
            bytes[end + 2] == UInt8(ascii: "]")
        else { return end }
        return end + 3
    }

    private static func markerEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var place = range.lowerBound
        switch bytes[place] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): place += 1
        default:
            while place < range.upperBound, bytes[place].isASCIIDigit, place - range.lowerBound < 9 { place += 1 }
            guard place > range.lowerBound, place < range.upperBound,
                bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ")")
            else { return nil }
            place += 1
        }
        return place == range.upperBound || bytes[place].isSpaceOrTab ? place : nil
    }
}

extension Int {
    fileprivate func addingSaturated(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    fileprivate func multipliedSaturated(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
