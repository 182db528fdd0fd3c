import SourceText

/// Reads the Test Anything Protocol, versions 12 to 14 (testanything.org).
///
/// - The plan (`1..4`) may stand first or last; without it, with fewer or other tests than it announces, or with a last line
///   that does not end, the stream may have been cut, and nothing in it counts as passed.
/// - `not ok` with `TODO` is pending, anything with `SKIP` skipped; `ok` with `TODO` has passed.
/// - Subtests are read by their four spaces; a test whose subtest failed has failed, whatever it says itself. `not ok` at
///   any other indentation inside of a subtest tears the stream.
/// - `Bail out!` tears the stream.
/// - Nothing in it tells a time.
struct TAPReader {
    private let file: SourceFile
    private var report: TestReport
    /// The stream itself, then the subtests that are open.
    private var streams: [TAPStream]
    private var version = 13
    /// Named by a comment; the next subtest that begins is its.
    private var announced: String?
    /// Indentation of the diagnostics that are being passed over.
    private var diagnostics: Int?
    /// Whether the last line that says something was a test, and so may have diagnostics.
    private var isBehindTest = false
    private var hasBailedOut = false
    /// Since the last test that could be placed: the first one that failed where no subtest is, and whether a plan stands
    /// there too.
    private var misplaced: (failure: SourceSpan?, hasPlan: Bool) = (nil, false)

    private init(_ file: SourceFile) {
        self.file = file
        report = TestReport(file)
        streams = [TAPStream(indent: 0, name: nil, isAnnounced: true)]
    }

    static func read(_ file: SourceFile) -> TestReport {
        var reader = TAPReader(file)
        var line = 1
        while line <= file.lineStarts.count, !reader.hasBailedOut {
            reader.read(file.lineRange(line))
            line += 1
        }
        reader.finish()
        return reader.report
    }

    // MARK: Lines

    private mutating func read(_ range: Range<Int>) {
        let bytes = file.bytes[range]
        let indent = bytes.prefix { $0 == 0x20 }.count
        let start = range.lowerBound + indent
        // A byte order mark is no part of the first line.
        let isMarked = range.lowerBound == 0 && bytes.starts(with: [0xef, 0xbb, 0xbf])
        let text = String(decoding: file.bytes[(isMarked ? 3 : start)..<range.upperBound], as: UTF8.self)
        if passOverDiagnostics(text, indent) || text.isEmpty { return }
        let span = SourceSpan(file: file, range: start..<range.upperBound)
        let line = TAPLine(text.drop { $0 == " " || $0 == "\t" })
        isBehindTest = false
        if text.hasPrefix("\t") { return passOver(line, span) }
        switch line {
        case .version(let number):
            guard streams.count == 1, indent == 0 else { return }
            if streams[0].hasBegun {
                report.tear("a second stream begins here; give each a file of its own", at: span)
            }
            version = number
        case .subtest(let name): announced = name
        case .comment, .other: break
        case .closingBrace: closeBlock(indent)
        case .bailOut(let reason): bailOut(reason, span)
        case .plan(let last):
            var child: TAPStream?
            guard select(indent, span, child: &child) else { return passOver(line, span) }
            if let orphan = child { tear(orphan) }
            streams[streams.count - 1].plan(last, at: span, &report)
        case .test(let test):
            var child: TAPStream?
            if canPlace(indent) { settleMisplaced() }
            guard select(indent, span, child: &child) else { return passOver(line, span) }
            announced = nil
            streams[streams.count - 1].add(test, at: span, child: child)
            isBehindTest = true
            guard test.opensBlock else { return }
            streams.append(
                TAPStream(indent: indent + 4, name: test.description, isAnnounced: true, isBlock: true))
        }
    }

    /// YAML below a test, from `---` to `...`, each two spaces further in than the test.
    private mutating func passOverDiagnostics(_ text: String, _ indent: Int) -> Bool {
        guard let open = diagnostics else {
            guard isBehindTest, text.trimmed == "---", indent == (streams.last?.indent ?? 0) + 2 else { return false }
            diagnostics = indent
            return true
        }
        if indent == open, text.trimmed == "..." {
            diagnostics = nil
        } else if indent == open, text.hasPrefix("message:") {
            let said = String(text.dropFirst(8)).trimmed.trimmingQuotes
            streams[streams.count - 1].explainLast(said)
        }
        return true
    }

    private func canPlace(_ indent: Int) -> Bool {
        streams.last.map { indent == $0.indent + 4 } == true || streams.contains { $0.indent == indent }
    }

    /// Makes the stream with this indentation the innermost one; false when there is none, and the line is no TAP.
    ///
    /// - Parameter child: The subtest that ended directly above.
    private mutating func select(_ indent: Int, _ span: SourceSpan, child: inout TAPStream?) -> Bool {
        guard let last = streams.last else { return false }
        if indent == last.indent + 4 {
            guard streams.count < TAPReader.deepest else {
                report.tear("subtests stand in each other more than \(TAPReader.deepest) deep", at: span)
                return false
            }
            streams.append(TAPStream(indent: indent, name: announced, isAnnounced: announced != nil || version >= 14))
            announced = nil
            return true
        }
        guard canPlace(indent) else { return false }
        while let last = streams.last, last.indent > indent {
            if let orphan = child { tear(orphan) }
            child = closed()
        }
        return true
    }

    /// Ends the innermost subtest; nil when its test stands before it.
    private mutating func closed() -> TAPStream? {
        var child = streams.removeLast()
        if !child.isAnnounced, child.planned == nil {
            child.forget()
        } else {
            child.check(file, &report)
        }
        guard child.isBlock else { return child }
        streams[streams.count - 1].take(block: child)
        return nil
    }

    /// A subtest without a test that says how it ended.
    private mutating func tear(_ orphan: TAPStream) {
        guard let first = orphan.results.first else { return }
        report.tear("no test behind this subtest says how it ended", at: first.span)
        streams[streams.count - 1].take(orphan: orphan)
    }

    /// `}` ends the subtest of the test that opened it.
    private mutating func closeBlock(_ indent: Int) {
        settleMisplaced()
        guard let place = streams.lastIndex(where: { $0.isBlock && $0.indent == indent + 4 }) else { return }
        while streams.count > place {
            if let orphan = closed() { tear(orphan) }
        }
    }

    /// Indented as no subtest is: output of another program, as a rule.
    private mutating func passOver(_ line: TAPLine, _ span: SourceSpan) {
        switch line {
        case .test(let test) where !test.isOK && test.directive == nil:
            if misplaced.failure == nil { misplaced.failure = span }
        case .plan: misplaced.hasPlan = true
        case .bailOut(let reason): bailOut(reason, span)
        default: break
        }
    }

    /// What failed there counts if there is a subtest for sure.
    private mutating func settleMisplaced() {
        if let failure = misplaced.failure,
            misplaced.hasPlan || announced != nil || streams.count > 1 || version >= 14
        {
            report.tear(
                "a test fails here, but is not indented by four spaces for each subtest that it is in", at: failure)
        }
        misplaced = (nil, false)
    }

    private mutating func bailOut(_ reason: String, _ span: SourceSpan) {
        hasBailedOut = true
        report.tear("'Bail out!'\(reason.isEmpty ? "" : ": \(brief(reason) ?? "")")", at: span)
    }

    // MARK: End

    private mutating func finish() {
        settleMisplaced()
        while streams.count > 1 {
            if streams.last?.isBlock == true {
                report.tear("a subtest in braces does not end", at: end)
            }
            if let orphan = closed() { tear(orphan) }
        }
        if !hasBailedOut { checkEnd() }
        report.results = streams[0].results
    }

    private mutating func checkEnd() {
        if diagnostics != nil { report.tear("the diagnostics of a test do not end", at: end) }
        streams[0].check(file, &report)
        // `ok 3 - restored # TODO` may have lost what stands behind the sign.
        if let last = file.bytes.last, last != 0x0a, last != 0x0d {
            report.tear("the last line does not end, so it may have been cut", at: end)
        }
    }

    private var end: SourceSpan { SourceSpan(file: file, range: file.bytes.count..<file.bytes.count) }

    private static let deepest = 64
}

extension String {
    fileprivate var trimmingQuotes: String {
        guard count >= 2, let first, first == last, first == "'" || first == "\"" else { return self }
        return String(dropFirst().dropLast())
    }
}
