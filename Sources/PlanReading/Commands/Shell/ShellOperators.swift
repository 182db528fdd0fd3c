import Plan

/// What operators, the ends of lines and reserved words make of the constructs that are open.
extension ShellParser {
    // MARK: Operators

    mutating func readOperator() {
        let kind = frames[top].kind
        switch peek() {
        case UInt8(ascii: "<"), UInt8(ascii: ">"): readRedirection(at: offset)
        case UInt8(ascii: "("): openBracket()
        case UInt8(ascii: ")"): closeBracket()
        case UInt8(ascii: "|") where kind == .casePattern: offset += 1
        case _ where stands(";;&"): endCase(3)
        case _ where stands(";;") || stands(";&"): endCase(2)
        case _ where stands("&>>"): readRedirection(at: offset)
        case _ where stands("&>"): readRedirection(at: offset)
        case _ where stands("&&") || stands("||") || stands("|&"): connect(2)
        case UInt8(ascii: "|"): connect(1)
        default: part()
        }
    }

    /// `;` and `&`.
    private mutating func part() {
        let sign = offset..<offset + 1
        if frames[top].kind == .eachHead {
            guard frames[top].progress > 0 else { return refuse(.unexpected(text(sign)), sign) }
            frames[top].progress = 3
            offset += 1
            return
        }
        guard frames[top].kind != .caseHead, frames[top].kind != .casePattern, frames[top].target == nil else {
            return giveUp()
        }
        guard frames[top].place == .words || frames[top].place == .closed else {
            return refuse(.unexpected(text(sign)), sign)
        }
        endCommand()
        frames[top].place = .ready
        offset += 1
    }

    private mutating func connect(_ length: Int) {
        let sign = offset..<offset + length
        guard !isHead, frames[top].target == nil else { return giveUp() }
        guard frames[top].place == .words || frames[top].place == .closed else {
            return refuse(.unexpected(text(sign)), sign)
        }
        endCommand()
        frames[top].place = .ready
        frames[top].isOwed = true
        frames[top].dangling = sign
        offset += length
    }

    private mutating func endCase(_ length: Int) {
        let sign = offset..<offset + length
        guard frames[top].kind == .caseBody, !frames[top].isOwed else { return refuse(.unexpected(text(sign)), sign) }
        endCommand()
        frames[top].kind = .casePattern
        frames[top].place = .ready
        offset += length
    }

    /// What a line's end means for what is open.
    mutating func endOfLine() {
        switch frames[top].kind {
        case .eachHead: if frames[top].progress > 0 { frames[top].progress = 3 }
        case .caseHead, .casePattern: break
        default:
            guard frames[top].target == nil else { return giveUp() }
            endCommand()
            if frames[top].place != .ready { frames[top].place = .ready }
        }
    }

    private mutating func readRedirection(at start: Int) {
        guard !isHead, frames[top].target == nil else { return giveUp() }
        var isInput = false
        if stands("<<<") {
            offset += 3
        } else if stands("<<") {
            let dropsTabs = peek(2) == UInt8(ascii: "-")
            offset += dropsTabs ? 3 : 2
            return expectTarget(.heredoc(dropsTabs: dropsTabs, at: start))
        } else {
            isInput = stands("<") && !stands("<&")
            while ["<", ">", "&", "|"].contains(Character(Unicode.Scalar(peek()))), offset - start < 3 { offset += 1 }
        }
        expectTarget(.file(isInput: isInput))
    }

    private mutating func expectTarget(_ target: ShellFrame.Target) {
        frames[top].target = target
        if frames[top].place == .ready { frames[top].place = .words }
        frames[top].isOwed = false
        frames[top].dangling = nil
    }

    private mutating func openBracket() {
        if frames[top].kind == .casePattern {
            offset += 1
        } else if frames[top].kind == .eachHead, stands("((") {
            push(.arithmeticCommand, 2)
        } else if isHead || frames[top].target != nil {
            giveUp()
        } else if frames[top].place == .ready {
            if stands("((") { push(.arithmeticCommand, 2) } else { push(.subshell, 1, isOwed: true) }
        } else if frames[top].place == .words, frames[top].words.count == 1 {
            openFunction()
        } else {
            giveUp()
        }
    }

    /// `name ()`; the body follows.
    private mutating func openFunction() {
        var place = offset + 1
        while place < utf8.count, utf8[place].isShellBlank { place += 1 }
        guard stands(")", at: place) else { return giveUp() }
        offset = place + 1
        frames[top].words = []
        frames[top].place = .ready
        frames[top].isOwed = true
    }

    private mutating func closeBracket() {
        let sign = offset..<offset + 1
        switch frames[top].kind {
        case .casePattern where frames[top].progress > 0:
            frames[top].kind = .caseBody
            frames[top].progress = 0
            offset += 1
        case .substitution, .subshell:
            guard !frames[top].isOwed else { return refuse(.unexpected(")"), sign) }
            guard frames[top].target == nil else { return giveUp() }
            endCommand()
            offset += 1
            if frames.removeLast().kind == .subshell { close() }
        default: refuse(.unexpected(")"), sign)
        }
    }

    /// `a=(…)` is an array, `name()` a function; any other bracket in a word is a pattern that bash need not know.
    mutating func readBracketInWord() {
        guard let start = frames[top].wordStart else { return }
        if utf8[offset - 1] == UInt8(ascii: "="), offset - 1 > start {
            push(.array, 1)
        } else if utf8[offset - 1] != UInt8(ascii: "$"), offset > start, frames[top].words.isEmpty,
            frames[top].place == .ready, stands("()")
        {
            frames[top].wordStart = nil
            frames[top].place = .words
            openFunction()
        } else {
            giveUp()
        }
    }

    // MARK: Words

    mutating func endWord() {
        guard let start = frames[top].wordStart else { return }
        frames[top].wordStart = nil
        let word = start..<offset
        // `2> errors`: the number belongs to the redirection.
        if offset < utf8.count, utf8[offset] == UInt8(ascii: "<") || utf8[offset] == UInt8(ascii: ">"),
            utf8[word].allSatisfy({ (0x30...0x39).contains($0) })
        {
            return
        }
        if let target = frames[top].target {
            frames[top].target = nil
            switch target {
            case .heredoc(let dropsTabs, let sign):
                expectDocument(delimiter: word, dropsTabs: dropsTabs, opening: sign..<word.upperBound)
            case .file(let isInput): if isInput { frames[top].sources.append(word) }
            }
            return
        }
        switch frames[top].kind {
        case .eachHead: readEach(word)
        case .caseHead:
            if frames[top].progress > 0, utf8[word].elementsEqual("in".utf8) {
                frames[top].kind = .casePattern
                frames[top].progress = 0
            } else if frames[top].progress > 0 {
                giveUp()
            } else {
                frames[top].progress = 1
            }
        case .casePattern:
            if frames[top].progress == 0, utf8[word].elementsEqual("esac".utf8) { return pop(word) }
            frames[top].progress = 1
        default: readCommandWord(word)
        }
    }

    /// `for name in words`.
    private mutating func readEach(_ word: Range<Int>) {
        switch frames[top].progress {
        case 0: frames[top].progress = 1
        case 1 where utf8[word].elementsEqual("in".utf8): frames[top].progress = 2
        case 2: break
        case _ where utf8[word].elementsEqual("do".utf8): turn(to: .loopBody)
        case 3 where !utf8[word].elementsEqual("{".utf8): refuse(.unexpected(text(word)), word)
        default: giveUp()
        }
    }

    private mutating func readCommandWord(_ word: Range<Int>) {
        switch frames[top].place {
        case .words: frames[top].words.append(word)
        case .functionName:
            frames[top].place = .ready
            frames[top].isOwed = true
            if stands("()") { offset += 2 } else if stands(" ()") { offset += 3 }
        case .ready:
            if readReserved(word) { return }
            frames[top].place = .words
            frames[top].isOwed = false
            frames[top].dangling = nil
            frames[top].words.append(word)
        case .closed: if !readClosing(word) { giveUp() }
        }
    }

    // MARK: Reserved words

    private mutating func readReserved(_ word: Range<Int>) -> Bool {
        guard word.count <= 8 else { return false }
        switch text(word) {
        case "if": open(.condition, word)
        case "while", "until": open(.loopHead, word)
        case "for", "select": frames.append(ShellFrame(.eachHead, word))
        case "case": frames.append(ShellFrame(.caseHead, word))
        case "{": open(.group, word)
        case "[[": frames.append(ShellFrame(.test, word))
        case "function": frames[top].place = .functionName
        case "!": frames[top].isOwed = true
        case "time": frames[top].isOwed = false
        case "coproc": giveUp()
        default: return readClosing(word)
        }
        return true
    }

    private mutating func readClosing(_ word: Range<Int>) -> Bool {
        let kind = frames[top].kind
        switch text(word) {
        case "then": move(word, from: kind == .condition, to: .branch)
        case "elif": move(word, from: kind == .branch, to: .condition)
        case "else": move(word, from: kind == .branch, to: .otherwise)
        case "do": move(word, from: kind == .loopHead, to: .loopBody)
        case "fi": leave(word, from: kind == .branch || kind == .otherwise)
        case "done": leave(word, from: kind == .loopBody)
        case "esac": leave(word, from: kind == .caseBody)
        case "}" where kind != .group && hasBraceAtLineEnd: giveUp()
        case "}": leave(word, from: kind == .group)
        default: return false
        }
        return true
    }

    private mutating func open(_ kind: ShellFrame.Kind, _ word: Range<Int>) {
        frames.append(ShellFrame(kind, word, isOwed: true))
    }

    private mutating func move(_ word: Range<Int>, from isAllowed: Bool, to kind: ShellFrame.Kind) {
        guard isAllowed, !frames[top].isOwed else { return refuse(.unexpected(text(word)), word) }
        turn(to: kind)
    }

    private mutating func turn(to kind: ShellFrame.Kind) {
        frames[top].kind = kind
        frames[top].place = .ready
        frames[top].isOwed = true
        frames[top].progress = 0
    }

    private mutating func leave(_ word: Range<Int>, from isAllowed: Bool) {
        guard isAllowed, !frames[top].isOwed || frames[top].kind == .caseBody && frames[top].dangling == nil else {
            return refuse(.unexpected(text(word)), word)
        }
        pop(word)
    }

    private mutating func pop(_ word: Range<Int>) {
        frames.removeLast()
        close()
    }

    private var isHead: Bool {
        switch frames[top].kind {
        case .eachHead, .caseHead, .casePattern: true
        default: false
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}
