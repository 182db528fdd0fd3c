import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Variables in sections whose title says that it lists them: in lines, first cells and at the beginning of lines of
    /// code.
    func readListedVariables() -> [VariableMention] {
        readChecklistedVariables()
            + planSections.filter { $0.title.namesVariables }.flatMap { root in
                subtree(of: root).flatMap { section -> [VariableMention] in
                    let lines = section.lines.flatMap { listed($0.text, $0.reading) }
                    let cells = section.tables.flatMap { $0.rows.compactMap { $0.cell(0) } }
                    return lines + cells.flatMap { listed($0, .tableCell) } + section.codeBlocks.flatMap(listed)
                }
            }
    }

    /// `- [ ] Production env vars configured: …` with three names or more is a list in one line.
    private func readChecklistedVariables() -> [VariableMention] {
        planSections.flatMap { section -> [VariableMention] in
            guard !section.title.namesVariables else { return [] }
            return section.lines.flatMap { line -> [VariableMention] in
                guard line.task != nil, line.hasCode, line.text.namesVariables, line.text.isRequiring,
                    case let found = listed(line.text, line.reading), found.count > 2
                else { return [] }
                return found
            }
        }
    }

    private func listed(_ text: ReadText, _ reading: Reading) -> [VariableMention] {
        text.variableNames.map {
            VariableMention(
                name: text.string($0), role: .listed, order: [], span: text.span(tokens: $0.tokens), reading: reading)
        }
    }

    /// `NAME=…`, `export NAME=…`, `# NAME=…`.
    private func listed(_ block: CodeBlock) -> [VariableMention] {
        let utf8 = block.content.utf8
        var found: [VariableMention] = []
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            let line = utf8[start..<end]
            start = end + 1
            guard let sign = line.firstIndex(where: { "=:".utf8.contains($0) }) else { continue }
            let name = line[..<sign].ending { $0.isNamePart }
            guard name.count > 3, name.allSatisfy({ !(0x61...0x7a).contains($0) }) else { continue }
            found.append(
                VariableMention(
                    name: String(decoding: name, as: UTF8.self), role: .listed, order: [],
                    span: block.content.span(name.startIndex..<name.endIndex), reading: .codeBlock))
        }
        return found
    }

    /// Lines that speak of deploying, where the document names a host that hands settings to new deployments only.
    func readDeployments() -> [DeploymentMention] {
        guard let host = lateHosts.first(where: { source.bytes.holds(word: $0) }) else { return [] }
        let name = String(decoding: host, as: UTF8.self)
        return planSections.flatMap { section in
            let title = section.title
            let words = title.tokens.filter { $0.isWord && !$0.isA(.step) }
            // `Deploy the shop`, `2. Production deployment`
            let telling =
                title.looksAtDeployment ? [] : [words.first, words.last].compactMap { $0.flatMap(title.word) }
            let headed =
                section.level > 1 && telling.contains(where: deployingWords.contains)
                ? [DeploymentMention(isStep: true, host: name, span: title.span, reading: .heading)] : []
            return headed
                + section.lines.filter { $0.text.says(deployingWords) }.compactMap { line -> DeploymentMention? in
                    let words = line.text.tokens.compactMap(line.text.word)
                    guard words.contains(where: deployingWords.contains), !line.text.looksAtDeployment else {
                        return nil
                    }
                    let isStep = line.isItem && words.first.map(deployingWords.contains) == true
                    return DeploymentMention(isStep: isStep, host: name, span: line.text.span, reading: line.reading)
                }
        }
    }
}

extension ReadText {
    /// `Environment variables`, `Umgebungsvariablen`, `Variables de entorno`.
    var namesVariables: Bool {
        func says(_ words: [String]) -> Bool {
            tokens.indices.contains { index in
                let count = tokens[index].range.count
                return words.contains { $0.utf8.count == count && isWord(index, $0) }
            }
        }
        if says(["umgebungsvariablen"]) { return true }
        return says(["variables", "vars", "variablen"])
            && says(["environment", "env", "required", "entorno", "environnement", "umgebung"])
    }
}

extension ReadText {
    /// `Check the deployment`, `Monitor the deployment's logs`: nothing is deployed by that.
    fileprivate var looksAtDeployment: Bool {
        guard let first = tokens.first(where: { $0.isWord && !$0.isA(.step) }) else { return false }
        return first.isA([.verify, .watching])
            && !tokens.contains { word($0).map { $0.hasPrefix("redeploy") || $0 == "push" || $0 == "merge" } == true }
    }
}

extension ArraySlice<UInt8> {
    /// The longest end of which every byte is wanted.
    fileprivate func ending(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

/// vercel.com/docs/environment-variables and docs.netlify.com/environment-variables: changes reach new deployments only.
private let lateHosts = ["Vercel", "Netlify"].map { Array($0.utf8) }

/// English, German, Spanish and French.
private let deployingWords: WordSet = [
    "deploy", "deploys", "deployed", "deployment", "deployments", "redeploy", "redeployed", "rebuild", "promote",
    "publish",
    "release", "push", "merge", "ausrollen", "bereitstellen", "neu-deployen", "desplegar", "despliegue", "redesplegar",
    "déployer", "déploiement", "redéployer", "publier", "publicar",
]
