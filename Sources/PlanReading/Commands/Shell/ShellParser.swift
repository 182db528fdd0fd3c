import Plan

/// Reads commands as bash does, far enough to tell their words apart and to know what it would refuse.
///
/// Iterative and linear: constructs that are open stand on a stack of its own. What it does not understand (extended
/// patterns, coprocesses, a bracket where bash has none) it passes over to the end of the line, and says nothing more of
/// what bash would make of the rest.
struct ShellParser {
    struct Command {
        let words: [Range<Int>]
        /// Indices into `heredocs`.
        let heredocs: [Int]
        /// Files that it reads from by `<`.
        let sources: [Range<Int>]
    }
    struct Fault {
        let kind: ShellFault.Kind
        let range: Range<Int>
    }

    let utf8: [UInt8]
    private(set) var commands: [Command] = []
    /// The bodies of here-documents, without the lines that end them.
    private(set) var heredocs: [Range<Int>] = []
    /// What bash would refuse first.
    private(set) var fault: Fault?
    var offset: Int
    var frames: [ShellFrame]
    private let end: Int
    private var isUnsure = false
    /// Whether a line ends in `{`: a brace that closes nothing may then belong to another notation than a shell's.
    let hasBraceAtLineEnd: Bool
    private var awaited: [Heredoc] = []

    private struct Heredoc {
        let index: Int
        let delimiter: [UInt8]
        let dropsTabs: Bool
        let opening: Range<Int>
    }

    init(_ utf8: [UInt8], _ range: Range<Int>) {
        self.utf8 = utf8
        hasBraceAtLineEnd = range.dropLast().contains { index in
            utf8[index] == UInt8(ascii: "{")
                && (utf8[index + 1] == UInt8(ascii: "\n") || utf8[index + 1] == UInt8(ascii: "\r"))
        }
        offset = range.lowerBound
        end = range.upperBound
        frames = [ShellFrame(.script, range.lowerBound..<range.lowerBound)]
        while offset < end { step() }
        finish()
    }

    // MARK: Steps

    private mutating func step() {
        switch frames[top].kind {
        case .doubleQuote: stepDoubleQuote()
        case .parameter: stepParameter()
        case .arithmetic, .arithmeticCommand: stepArithmetic()
        case .test: stepTest()
        case .array: stepArray()
        default: stepCommand()
        }
    }

    var top: Int { frames.count - 1 }

    func peek(_ distance: Int = 0) -> UInt8 { offset + distance < end ? utf8[offset + distance] : 0 }

    func stands(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? offset
        let count = text.utf8CodeUnitCount
        guard place + count <= end else { return false }
        for index in 0..<count where unsafe utf8[place + index] != text.utf8Start[index] { return false }
        return true
    }

    private mutating func stepCommand() {
        let byte = peek()
        let opensProcess =
            (byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")) && peek(1) == UInt8(ascii: "(")
        if frames[top].wordStart == nil {
            if byte == UInt8(ascii: "\n") { return endLine() }
            if byte.isShellBlank {
                offset += 1
                return
            }
            if byte == UInt8(ascii: "\\"), let length = lineEnd(at: offset + 1) {
                offset += 1 + length
                return
            }
            if byte == UInt8(ascii: "#") { return skipLine() }
            if byte.isShellOperator, !opensProcess { return readOperator() }
            frames[top].wordStart = offset
        }
        if opensProcess {
            frames.append(ShellFrame(.substitution, offset..<offset + 2))
            offset += 2
        } else if byte == UInt8(ascii: "(") {
            readBracketInWord()
        } else if byte == UInt8(ascii: "\n") || byte.isShellBlank || byte.isShellOperator {
            endWord()
        } else if !stepQuoting(escapes: true) {
            repeat { offset += 1 } while offset < end && utf8[offset].isPlainInShell
        }
    }

    /// Steps over what quotes or is replaced; in a double quote a single one stands for itself.
    ///
    /// - Returns: false when nothing of the kind stands here.
    mutating func stepQuoting(escapes: Bool, single: Bool = true) -> Bool {
        switch peek() {
        case UInt8(ascii: "\\") where escapes: offset = min(end, offset + 2)
        case UInt8(ascii: "'") where single: skipSingleQuote(from: offset + 1, escapes: false)
        case UInt8(ascii: "\"") where single: push(.doubleQuote, 1)
        case UInt8(ascii: "`"): skipBackticks()
        case UInt8(ascii: "$"):
            if stands("$((") {
                push(.arithmetic, 3)
            } else if stands("$(") {
                push(.substitution, 2)
            } else if stands("${") {
                push(.parameter, 2)
            } else if single, stands("$'") {
                skipSingleQuote(from: offset + 2, escapes: true)
            } else {
                offset += 1
            }
        default: return false
        }
        return true
    }

    mutating func push(_ kind: ShellFrame.Kind, _ length: Int, isOwed: Bool = false) {
        frames.append(ShellFrame(kind, offset..<min(end, offset + length), isOwed: isOwed))
        offset = min(end, offset + length)
    }

    private mutating func skipSingleQuote(from start: Int, escapes: Bool) {
        var place = start
        while place < end, utf8[place] != UInt8(ascii: "'") {
            place += escapes && utf8[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < end else { return refuseRest(.unclosed("'", by: "'"), offset..<start) }
        offset = place + 1
    }

    /// bash looks into backticks only when it runs them.
    private mutating func skipBackticks() {
        var place = offset + 1
        while place < end, utf8[place] != UInt8(ascii: "`") { place += utf8[place] == UInt8(ascii: "\\") ? 2 : 1 }
        guard place < end else { return refuseRest(.unclosed("`", by: "`"), offset..<offset + 1) }
        offset = place + 1
    }

    private mutating func stepDoubleQuote() {
        if peek() == UInt8(ascii: "\"") {
            offset += 1
            frames.removeLast()
        } else if !stepQuoting(escapes: true, single: false) {
            offset += 1
        }
    }

    private mutating func stepParameter() {
        let isQuoted = frames[top - 1].kind == .doubleQuote
        if peek() == UInt8(ascii: "}") {
            offset += 1
            frames.removeLast()
        } else if isQuoted, peek() == UInt8(ascii: "\"") {
            push(.doubleQuote, 1)
        } else if !stepQuoting(escapes: true, single: !isQuoted) {
            offset += 1
        }
    }

    private mutating func stepArithmetic() {
        switch peek() {
        case UInt8(ascii: "("):
            frames[top].progress += 1
            offset += 1
        case UInt8(ascii: ")") where frames[top].progress > 0:
            frames[top].progress -= 1
            offset += 1
        case UInt8(ascii: ")"):
            // `$((a); b)` is a substitution that begins with a subshell.
            guard stands("))") else { return giveUp() }
            offset += 2
            let isCommand = frames.removeLast().kind == .arithmeticCommand
            if isCommand { close() }
        default: if !stepQuoting(escapes: true) { offset += 1 }
        }
    }

    private mutating func stepTest() {
        if stands("]]"), offset > 0, utf8[offset - 1].isShellBlank || utf8[offset - 1] == UInt8(ascii: "\n"),
            offset + 2 >= end || peek(2) == UInt8(ascii: "\n") || peek(2).isShellBlank || peek(2).isShellOperator
        {
            offset += 2
            frames.removeLast()
            close()
        } else if !stepQuoting(escapes: true) {
            offset += 1
        }
    }

    private mutating func stepArray() {
        let byte = peek()
        if byte == UInt8(ascii: ")") {
            offset += 1
            frames.removeLast()
        } else if byte == UInt8(ascii: "("), utf8[offset - 1].isShellBlank {
            giveUp()
        } else if byte == UInt8(ascii: "#"), utf8[offset - 1].isShellBlank || utf8[offset - 1] == UInt8(ascii: "\n") {
            skipLine()
        } else if !stepQuoting(escapes: true) {
            offset += 1
        }
    }

    private mutating func skipLine() { while offset < end, utf8[offset] != UInt8(ascii: "\n") { offset += 1 } }

    /// Length of the end of a line that stands at a place; nil when none does.
    private func lineEnd(at place: Int) -> Int? { stands("\n", at: place) ? 1 : stands("\r\n", at: place) ? 2 : nil }

    // MARK: Lines and here-documents

    private mutating func endLine() {
        // Who gives up here stands before the end of this line, and loses none of the next.
        endOfLine()
        offset += 1
        for document in awaited { readBody(document) }
        awaited = []
    }

    mutating func expectDocument(delimiter word: Range<Int>, dropsTabs: Bool, opening: Range<Int>) {
        let delimiter = shellText(utf8, word).text
        frames[top].heredocs.append(heredocs.count)
        awaited.append(
            Heredoc(index: heredocs.count, delimiter: Array(delimiter.utf8), dropsTabs: dropsTabs, opening: opening))
        heredocs.append(word.upperBound..<word.upperBound)
    }

    private mutating func readBody(_ document: Heredoc) {
        let start = min(offset, end)
        var line = start
        while line < end {
            var stop = line
            while stop < end, utf8[stop] != UInt8(ascii: "\n") { stop += 1 }
            var first = line
            while document.dropsTabs, first < stop, utf8[first] == UInt8(ascii: "\t") { first += 1 }
            var last = stop
            if last > first, utf8[last - 1] == UInt8(ascii: "\r") { last -= 1 }
            if utf8[first..<last].elementsEqual(document.delimiter) {
                heredocs[document.index] = start..<line
                offset = min(end, stop + 1)
                return
            }
            line = stop + 1
        }
        refuseRest(
            .openDocument(String(decoding: document.delimiter, as: UTF8.self)), document.opening)
    }

    // MARK: Commands and faults

    /// Hands over the command whose words were read.
    mutating func endCommand() {
        if !frames[top].words.isEmpty {
            let frame = frames[top]
            commands.append(Command(words: frame.words, heredocs: frame.heredocs, sources: frame.sources))
        }
        frames[top].words = []
        frames[top].heredocs = []
        frames[top].sources = []
    }

    /// A construct has ended in the list that holds it.
    mutating func close() {
        frames[top].place = .closed
        frames[top].isOwed = false
        frames[top].dangling = nil
        if frames[top].kind == .eachHead { frames[top].progress = 3 }
    }

    mutating func refuse(_ kind: ShellFault.Kind, _ range: Range<Int>) {
        if fault == nil, !isUnsure { fault = Fault(kind: kind, range: range) }
        giveUp()
    }

    /// Goes on at the next line as if nothing stood before it.
    mutating func giveUp() {
        isUnsure = true
        skipLine()
        frames = [ShellFrame(.script, offset..<offset)]
        awaited = []
    }

    /// There is nothing to go on with: all up to the end belongs to what is not closed.
    private mutating func refuseRest(_ kind: ShellFault.Kind, _ range: Range<Int>) {
        if fault == nil, !isUnsure { fault = Fault(kind: kind, range: range) }
        isUnsure = true
        frames = [ShellFrame(.script, end..<end)]
        offset = end
        awaited = []
    }

    private mutating func finish() {
        if frames[top].wordStart != nil { endWord() }
        let open = frames[top]
        if open.target != nil { isUnsure = true }
        endCommand()
        guard fault == nil, !isUnsure else { return }
        if let document = awaited.first {
            fault = Fault(
                kind: .openDocument(String(decoding: document.delimiter, as: UTF8.self)), range: document.opening)
        } else if let dangling = open.dangling, open.isOwed {
            fault = Fault(kind: .dangling(String(decoding: utf8[dangling], as: UTF8.self)), range: dangling)
        } else if open.kind != .script {
            fault = Fault(
                kind: .unclosed(String(decoding: utf8[open.opening], as: UTF8.self), by: open.closer),
                range: open.opening)
        }
    }
}

extension UInt8 {
    /// What parts words and ends no line; a carriage return stands only before the end of a line.
    var isShellBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r") }
    var isShellOperator: Bool {
        switch self {
        case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "<"), UInt8(ascii: ">"):
            true
        default: false
        }
    }
    /// What stands for itself in the midst of a word.
    var isPlainInShell: Bool {
        switch self {
        case UInt8(ascii: "\n"), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"),
            UInt8(ascii: "$"):
            false
        default: !isShellBlank && !isShellOperator
        }
    }
}
