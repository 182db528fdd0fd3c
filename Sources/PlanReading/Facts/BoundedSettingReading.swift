import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Settings that bound something, in fields, tables and data.
    func readBoundedSettings(_ data: [CodeData]) -> [BoundedSetting] {
        let speaksOfNone = planSections.contains { $0.lineClasses.contains(.unbounded) }
        return planSections.flatMap { section -> [BoundedSetting] in
            let told = section.lines.compactMap { keyed($0, section.span) } + section.tables.flatMap(tabled)
            guard speaksOfNone else { return told }
            let items = section.lines.filter { $0.isItem && $0.field == nil }
            return told + section.lines.flatMap(\.contradictedBounds)
                + items.compactMap { $0.text.assignedBound($0.reading) } + assigned(section)
        } + data.flatMap(configured)
    }

    /// `STREAM_MAX_AGE=72h`, a line each, in a file of settings or a script.
    private func assigned(_ section: OutlineSection) -> [BoundedSetting] {
        section.codeBlocks.flatMap { block -> [BoundedSetting] in
            let bytes = block.content.utf8
            guard block.isShell || block.isPlain || Notation(infoString: block.language) == .settings,
                bytes.count < 20_000, bytes.contains(UInt8(ascii: "="))
            else { return [] }
            return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
                guard line.contains(UInt8(ascii: "=")), line.count < 200 else { return nil }
                return ReadText(block.content.slice(line.startIndex..<line.endIndex), style).assignedBound(.codeBlock)
            }
        }
    }

    private func keyed(_ line: ContentLine, _ home: SourceSpan) -> BoundedSetting? {
        guard line.text.mentions([.unbounded, .bound, .limit]), let field = line.field, field.key.tokens.count <= 6
        else {
            return nil
        }
        return setting(field.key, field.value, line.reading, home)
    }

    /// `| Setting | Value |`
    private func tabled(_ table: ContentTable) -> [BoundedSetting] {
        guard let column = table.column(.value), column > 0 else { return [] }
        return table.rows.compactMap { row in
            guard let name = row.cell(0), let value = row.cell(column), name.tokens.count <= 6 else { return nil }
            return setting(name, value, .tableCell, table.node.span)
        }
    }

    private func setting(_ name: ReadText, _ value: ReadText, _ reading: Reading, _ home: SourceSpan) -> BoundedSetting?
    {
        guard !value.isEmpty else { return nil }
        if value.tokens.count <= 6,
            value.tokens[0].isA(.unbounded) || value.mentions(.unbounded) && value.tokens.count <= 3
        {
            return BoundedSetting(
                name: name.text, bound: nil, value: Claim(value.text, at: value.span, reading), home: home)
        }
        guard value.mentions(.number), let match = value.quantities.limit(at: 0), match.limit.comparison == nil else {
            return nil
        }
        return BoundedSetting(
            name: name.text, bound: match.limit.quantity,
            value: Claim(match.limit.text, at: value.span(tokens: match.tokens), reading), home: home)
    }

    private func configured(_ item: CodeData) -> [BoundedSetting] {
        item.objects.flatMap { _, _, members in
            members.compactMap { member -> BoundedSetting? in
                let home = item.binding.value.span
                if let number = member.value.numberValue, number > 0 {
                    guard style.vocabulary.classes(ofName: member.key).intersects(bounding) else { return nil }
                    return BoundedSetting(
                        name: member.key, bound: Quantity(number, .none),
                        value: Claim(formatNumber(number), at: member.value.span, .codeBlock), home: home)
                }
                guard let text = member.value.stringValue, text.utf8.count < 20,
                    TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary).mentions(.unbounded)
                else { return nil }
                return BoundedSetting(
                    name: member.key, bound: nil, value: Claim(text, at: member.value.span, .codeBlock), home: home)
            }
        }
    }
}

/// What the key of a number has that bounds something.
private let bounding: WordClassSet = [.bound, .limit, .patience, .resource, .settingName]
