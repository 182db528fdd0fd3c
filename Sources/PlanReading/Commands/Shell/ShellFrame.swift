/// A construct of the shell that is open while its text is read: a loop, a quote, a substitution.
struct ShellFrame {
    enum Kind {
        // What holds commands.
        case script, substitution, subshell, group
        case condition, branch, otherwise
        case loopHead, loopBody
        case caseBody
        // What holds words that are no commands.
        case eachHead, caseHead, casePattern
        // What holds text.
        case doubleQuote, parameter, arithmetic, arithmeticCommand, test, array
    }

    /// What may come next where commands stand.
    enum Place {
        /// A command may begin.
        case ready
        /// The words of a command follow.
        case words
        /// Behind `fi`, `done`, `}` and `)`: an operator or a redirection follows.
        case closed
        /// The name of a function follows.
        case functionName
    }

    /// What the next word is, when it is no word of the command.
    enum Target {
        /// Whether it is read from.
        case file(isInput: Bool)
        /// A delimiter; whether tabs before it are dropped, and where the operator stands.
        case heredoc(dropsTabs: Bool, at: Int)
    }

    var kind: Kind
    /// Where what opens it stands.
    let opening: Range<Int>
    var place = Place.ready
    /// Whether the list may not end before another command.
    var isOwed = false
    /// The operator behind which a command is owed.
    var dangling: Range<Int>?
    var target: Target?
    /// Where the word that is being read begins.
    var wordStart: Int?
    var words: [Range<Int>] = []
    /// Indices of the here-documents that the command reads.
    var heredocs: [Int] = []
    /// Files that the command reads from by `<`.
    var sources: [Range<Int>] = []
    /// Open brackets of arithmetic, or how far the head of a loop or case is read.
    var progress = 0

    init(_ kind: Kind, _ opening: Range<Int>, isOwed: Bool = false) {
        self.kind = kind
        self.opening = opening
        self.isOwed = isOwed
    }

    /// What closes the construct, as messages call it.
    var closer: String {
        switch kind {
        case .script: ""
        case .substitution, .subshell, .array: ")"
        case .group, .parameter: "}"
        case .condition, .branch, .otherwise: "fi"
        case .loopHead, .loopBody, .eachHead: "done"
        case .caseBody, .caseHead, .casePattern: "esac"
        case .doubleQuote: "\""
        case .arithmetic, .arithmeticCommand: "))"
        case .test: "]]"
        }
    }
}
