import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Keys with full stops in code spans, and the groups of users in tables of the rollout's stages.
    func readConfiguredNames() -> [ConfiguredName] {
        planSections.flatMap { section -> [ConfiguredName] in
            var spans = CodeSpans()
            let isStage = section.lineClasses.contains(.cohort) && phase(of: section) != nil
            let written = section.lines.flatMap { line -> [ConfiguredName] in
                let isCohort = isStage && line.field?.isNamed(.cohort) == true
                guard line.hasCode, isCohort || mayHoldKey(line.text.span) else { return [] }
                let codes = spans.next(in: line)
                if isCohort, codes.count == 1, let code = codes.first, isFlagName(code.text) {
                    return [ConfiguredName(kind: .cohort, name: code.text, span: code.span)]
                }
                return codes.compactMap(keyName)
            }
            let tabled = section.tables.flatMap { table -> [ConfiguredName] in
                let rows = table.node.mayHoldCode ? table.rows : []
                return rows.filter { mayHoldKey($0.node.span) }.flatMap { row in
                    row.cellNodes.flatMap { $0.codeSpans.compactMap(keyName) }
                } + table.cohortNames
            }
            return written + tabled
        }
    }

    /// Most texts have no full stop inside of a word: those need no closer look.
    private func mayHoldKey(_ span: SourceSpan) -> Bool {
        let bytes = source.bytes
        guard bytes.holds(UInt8(ascii: "."), in: span.range) else { return false }
        return span.range.dropLast().contains { index in
            bytes[index] == UInt8(ascii: ".") && bytes[index + 1] > 0x20 && bytes[index + 1] != UInt8(ascii: ".")
        }
    }

    /// `search.canary.enabled`, `search.canary.enabled=true`: three names or more.
    private func keyName(_ code: PlainText) -> ConfiguredName? {
        let end = code.utf8.firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") } ?? code.utf8.count
        let name = String(decoding: code.utf8[..<end], as: UTF8.self)
        // `cohorts.{name}.enabled` is a key for each name.
        guard name.utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 2,
            isFlagName(name.filter { $0 != "{" && $0 != "}" && $0 != "<" && $0 != ">" })
        else { return nil }
        return ConfiguredName(kind: .key, name: name, span: code.span(0..<end))
    }
}

extension ContentTable {
    /// `| Cohort | Share |` with a name in each row.
    fileprivate var cohortNames: [ConfiguredName] {
        guard let column = header.firstIndex(where: { $0.mentions(.cohort) && $0.tokens.count <= 3 }),
            header.contains(where: {
                $0.mentions([.share, .rollout, .percentSign, .day, .week, .phase, .stage, .date])
            })
        else { return [] }
        return rows.compactMap { row in
            guard let cell = row.cell(column), column < row.cellNodes.count else { return nil }
            let codes = row.cellNodes[column].codeSpans
            if codes.count == 1, isFlagName(codes[0].text) {
                return ConfiguredName(kind: .cohort, name: codes[0].text, span: codes[0].span)
            }
            let text = cell.text
            return codes.isEmpty && isFlagName(text) ? ConfiguredName(kind: .cohort, name: text, span: cell.span) : nil
        }
    }
}
