package import SourceText

/// Commands that stand together in a document.
///
/// An object, since rules hand it around, and it holds much.
package final class ShellBlock: Sendable {
    package enum Form: Sendable {
        /// A block for a shell.
        case block
        /// What a terminal showed: commands behind their prompts, and output.
        case session
        /// Statements for a database.
        case statements
        /// A single command in the midst of a text.
        case codeSpan
    }
    package let form: Form
    /// Info string's first word, lower case; empty when the block has none.
    package let language: String
    package let commands: [ShellCommand]
    /// What bash would refuse first; nil when it would take all, or when that cannot be told.
    package let fault: ShellFault?
    /// What stands for a value that somebody has to fill in and of which the text says nothing.
    package let placeholders: [CommandBlank]
    /// Names of the variables that the block gives values, in any way.
    package let assigned: Set<String>
    /// Whether the block belongs to a way back or a stage of the plan.
    package let isPlanned: Bool
    /// The headings above it, innermost first, without the document's title.
    package let titles: [String]
    /// The step or paragraph that the block belongs to.
    package let lead: String?
    package let span: SourceSpan

    package init(
        form: Form, language: String, commands: [ShellCommand], fault: ShellFault? = nil,
        placeholders: [CommandBlank] = [], assigned: Set<String> = [], isPlanned: Bool = false, titles: [String] = [],
        lead: String? = nil, span: SourceSpan
    ) {
        self.form = form
        self.language = language
        self.commands = commands
        self.fault = fault
        self.placeholders = placeholders
        self.assigned = assigned
        self.isPlanned = isPlanned
        self.titles = titles
        self.lead = lead
        self.span = span
    }
}

/// One command with its words, `NAME=value` in front of it included; redirections are left out.
package struct ShellCommand: Sendable {
    package let words: [ShellWord]
    /// The bodies of its here-documents.
    package let inputs: [ShellWord]
    /// Files that it reads from by `<`.
    package let sources: [ShellWord]
    package let span: SourceSpan

    package init(words: [ShellWord], inputs: [ShellWord] = [], sources: [ShellWord] = [], span: SourceSpan) {
        self.words = words
        self.inputs = inputs
        self.sources = sources
        self.span = span
    }
}

package struct ShellWord: Sendable {
    /// Without quotes and escapes.
    package let text: String
    /// Whether a shell would put something else in place of a part: `$HOME`, `$(date)`.
    package let isExpanded: Bool
    package let isQuoted: Bool
    package let span: SourceSpan

    package init(text: String, isExpanded: Bool, isQuoted: Bool, span: SourceSpan) {
        self.text = text
        self.isExpanded = isExpanded
        self.isQuoted = isQuoted
        self.span = span
    }
}

/// What bash would refuse.
package struct ShellFault: Sendable {
    package enum Kind: Sendable, Hashable {
        /// A quote, bracket or compound command without its end: `if` without `fi`.
        case unclosed(String, by: String)
        /// A here-document whose last line never comes.
        case openDocument(String)
        /// A word or operator that cannot stand where it does: `done` without `do`.
        case unexpected(String)
        /// `&&` at the very end.
        case dangling(String)
    }
    package let kind: Kind
    package let span: SourceSpan

    package init(kind: Kind, span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

/// `<cluster-name>`, `YOUR_TOKEN`: what somebody has to fill in before a command can run.
package struct CommandBlank: Sendable {
    package let text: String
    package let span: SourceSpan

    package init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
