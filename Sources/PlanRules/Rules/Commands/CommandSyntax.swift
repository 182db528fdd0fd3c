import Plan
import SourceText

extension PlanRule {
    /// A shell would refuse the block as it stands.
    static let commandSyntax = PlanRule(
        id: "command-syntax", severity: .error, summary: "a shell would refuse a block of commands",
        explanation: Explanation(
            fault: """
                A block marked `bash` or `sh` has a quote, bracket or here-document that is never closed, an `if` \
                without `fi`, a loop without `done`, a `case` without `esac`, or a word or operator where none may stand.
                """,
            harm: """
                Pasted into a terminal the block waits for its missing end, or its first half runs and its second \
                does not. In a rollback nobody has the calm to find out why.
                """,
            misses: """
                Sessions with prompts and output, other shells, and blocks with placeholders or dots for what was left \
                out. Whether the commands exist is not looked at.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                for host in web1 web2; do
                  ssh "$host" sudo systemctl reload nginx
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                for host in web1 web2; do
                  ssh "$host" sudo systemctl reload nginx
                done
                ```
                """)
        ]
    ) { input in
        input.plan.commands.blocks.compactMap { block in
            guard block.form == .block, block.language == "bash" || block.language == "sh", let fault = block.fault
            else {
                return nil
            }
            return Fault(
                message: message(fault.kind), span: fault.span, label: label(fault.kind),
                help: "mend the block, or mark it as something other than commands",
                identity: [message(fault.kind), clipped(fault.span.text)])
        }
    }
}

private func message(_ kind: ShellFault.Kind) -> String {
    switch kind {
    case .unclosed(let opener, let closer) where opener == closer: "the quote \(opener) is never closed"
    case .unclosed(let opener, let closer): "\(quoted(opener)) is never closed by \(quoted(closer))"
    case .openDocument(let delimiter): "no line consists of \(quoted(delimiter)) to end the text that begins here"
    case .unexpected(let word): "\(quoted(word)) cannot stand here"
    case .dangling(let sign): "no command follows \(quoted(sign))"
    }
}

private func label(_ kind: ShellFault.Kind) -> String {
    switch kind {
    case .unclosed: "opened here"
    case .openDocument: "begun here"
    case .unexpected: "a shell stops reading here"
    case .dangling: "the block ends behind it"
    }
}
