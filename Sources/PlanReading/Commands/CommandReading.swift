import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// What the document has typed, and what it says of that.
    func readCommands() -> PlanCommands {
        let blocks = readShellBlocks()
        return PlanCommands(
            blocks: blocks, secrets: readSecrets(),
            precautions: readPrecautions(besideDanger: blocks.contains(where: \.mayDestroy)),
            variables: readVariableMentions() + readListedVariables(), deployments: forPreview { readDeployments() })
    }

    private func readShellBlocks() -> [ShellBlock] {
        var explained: ExplainedPlaceholders?
        return planSections.flatMap { section -> [ShellBlock] in
            let spans = section.lines.contains(where: \.hasCode) ? spokenCommands(section) : []
            guard !section.codeBlocks.isEmpty else { return spans }
            let titles = titles(above: section)
            let isPlanned = isPlanned(section)
            var shown = spans.flatMap(\.commands)
            let blocks = section.codeBlocks.compactMap { block -> ShellBlock? in
                guard let form = block.commandForm else { return nil }
                let script = ShellScript(block.content, form)
                let open = form == .block ? openPlaceholders(script, in: section, after: shown, &explained) : []
                shown += script.commands
                return ShellBlock(
                    form: form, language: block.language, commands: script.commands, fault: script.fault,
                    placeholders: open, assigned: script.assigned, isPlanned: isPlanned,
                    titles: titles, lead: block.line.map { section.lines[$0].text.text }, span: block.content.span)
            }
            return spans.isEmpty ? blocks : (blocks + spans).sorted { $0.span < $1.span }
        }
    }

    /// Placeholders that neither the text nor a command explains.
    ///
    /// - Parameter explained: What the whole document says of them; read when the first is found that its section leaves
    ///   open.
    private func openPlaceholders(
        _ script: ShellScript, in section: OutlineSection, after shown: [ShellCommand],
        _ explained: inout ExplainedPlaceholders?
    ) -> [CommandBlank] {
        let found = script.placeholders.filter { !$0.isIncidental }
        guard !found.isEmpty, !section.replacesPlaceholders else { return [] }
        let known = explained ?? ExplainedPlaceholders(self)
        explained = known
        let told = ValuesShown(script.commands, after: shown, in: section)
        return known.open(found).filter { !told.tell($0) && !isPartOfKnownName($0) }
    }

    /// Whether a section belongs to a way back, a phase, a day or the launch, or is a step.
    private func isPlanned(_ section: OutlineSection) -> Bool {
        stands(section, under: [.rollback, .step]) || phase(of: section) != nil || day(of: section) != nil
            || sections.first { $0.level == 1 }?.title.namesWayBack == true
            || ([section] + ancestors(of: section)).contains { $0.level > 1 && $0.title.mentions(.launch) }
    }

    private func titles(above section: OutlineSection) -> [String] {
        ([section] + ancestors(of: section)).filter { $0.level > 1 }.map(\.title.text)
    }

    /// Commands of well-known tools in code spans.
    private func spokenCommands(_ section: OutlineSection) -> [ShellBlock] {
        var last: MarkdownNode?
        var titles: [String]?
        return section.lines.flatMap { line -> [ShellBlock] in
            guard line.hasCode, line.node != last else { return [] }
            last = line.node
            return line.node.ownText.codeSpans.compactMap { content -> ShellBlock? in
                guard content.utf8.count < 300, let blank = content.utf8.firstIndex(of: UInt8(ascii: " ")), blank > 1,
                    spokenTools.contains(String(decoding: content.utf8[..<blank], as: UTF8.self))
                else { return nil }
                let script = ShellScript(content, .block)
                let above = titles ?? self.titles(above: section)
                titles = above
                return ShellBlock(
                    form: .codeSpan, language: "", commands: script.commands, assigned: script.assigned,
                    isPlanned: isPlanned(section), titles: above, lead: line.text.text, span: content.span)
            }
        }
    }
}

extension MarkdownNode {
    /// A list item's first paragraph, which holds its text; else the node itself.
    fileprivate var ownText: MarkdownNode {
        guard case .item = kind, let first = firstChild else { return self }
        return first
    }
}

extension CodeBlock {
    /// nil for what is typed into no shell that bash's commands are known of.
    fileprivate var commandForm: ShellBlock.Form? {
        if statementLanguages.contains(language) { return .statements }
        guard isCommand || ["ksh", "shell-session", "shellsession"].contains(language),
            !["powershell", "ps1", "cmd"].contains(language)
        else { return nil }
        return language == "console" || language.hasSuffix("session") || showsPrompts ? .session : .block
    }

    /// Whether a line begins with `$ `.
    private var showsPrompts: Bool {
        let utf8 = content.utf8
        return utf8.indices.dropLast().contains { index in
            utf8[index] == UInt8(ascii: "$") && utf8[index + 1] == UInt8(ascii: " ")
                && (index == 0 || utf8[index - 1] == UInt8(ascii: "\n"))
        }
    }
}

extension ShellBlock {
    /// Whether a word of it belongs to a program that can do away with something.
    fileprivate var mayDestroy: Bool {
        form == .statements
            || form != .codeSpan
                && commands.contains { $0.words.contains { dangerousTools.contains($0.text) } || !$0.inputs.isEmpty }
    }
}

private let statementLanguages: Set<String> = ["sql", "psql", "pgsql", "mysql", "postgresql", "plsql", "tsql"]

private let dangerousTools: Set<String> = [
    "rm", "dropdb", "terraform", "tofu", "redis-cli", "aws", "gsutil", "gcloud", "prisma", "psql", "mysql", "mariadb",
    "sqlite3", "kubectl", "oc", "docker", "git", "kafka-topics", "kafka-topics.sh", "cockroach", "bq", "snowsql",
    "clickhouse-client", "sqlplus", "sqlcmd",
]

/// Tools whose commands are recognised in the midst of a text.
private let spokenTools: Set<String> = [
    "git", "docker", "kubectl", "helm", "terraform", "vercel", "prisma", "npx", "npm", "systemctl", "supabase", "fly",
    "flyctl", "heroku", "gh", "sudo",
]
