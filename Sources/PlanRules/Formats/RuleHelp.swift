import SourceText

/// What a report tells about a rule or an input fault beside its findings.
struct RuleHelp {
    let id: String
    /// nil for what neither catalogue knows.
    let severity: Severity?
    /// A sentence.
    let summary: String
    /// A paragraph.
    let description: String
    let text: String
    let markdown: String

    /// - Parameter id: As findings name it.
    init(_ id: String) {
        self.id = id
        if let rule = PlanRule.named(id) {
            severity = rule.severity
            summary = sentence(rule.summary)
            description = rule.explanation.fault + " " + rule.explanation.harm
            text = rule.explained()
            markdown = rule.markdown
        } else if let fault = InputFault.named(id) {
            severity = fault.severity
            summary = sentence(fault.summary)
            description = fault.advice
            text = fault.explained()
            markdown = fault.advice
        } else {
            severity = nil
            (summary, description, text, markdown) = (id, id, id, id)
        }
    }

    /// Those that findings name, each once: rules and faults as they are listed to users, then others by name.
    static func reported(_ findings: [Finding]) -> [RuleHelp] {
        let names = Set(findings.map(\.rule))
        let known = RuleSelector.names
        return (known.filter(names.contains) + names.subtracting(known).sorted()).map(RuleHelp.init)
    }
}

func sentence(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() + "." }

extension PlanRule {
    /// The explanation as Markdown: three paragraphs, then the documents of both examples.
    var markdown: String {
        var blocks = [("Fault", explanation.fault), ("Harm", explanation.harm), ("Left alone", explanation.misses)]
            .map { "**\($0.0).** \(inMarkdown($0.1))" }
        for (title, documents) in [("Reported", badExample), ("Not reported", goodExample)] {
            blocks.append("**\(title)**")
            for document in documents { blocks += ["`\(document.name)`", fenced(document.text)] }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

/// Our own words, in which backquotes mean code and `<` is nothing but less than.
func inMarkdown(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
        // Every second part stands between backquotes.
        index.isMultiple(of: 2) ? String(part).replacing("<", with: "\\<").replacing("*", with: "\\*") : String(part)
    }.joined(separator: "`")
}

/// A block of code whose fence is longer than any in the text.
func fenced(_ text: String, language: String = "markdown") -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
}
