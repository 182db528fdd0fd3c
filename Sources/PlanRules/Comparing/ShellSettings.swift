import Plan
import SourceText

/// Lists that shell blocks give variables, `export SHOP_TENANTS="a,b"`, for the share that the line or a heading above names.
func shellSettings(of plan: Plan) -> [ConfiguredSetting] {
    plan.commands.blocks.filter { $0.form == .block }.flatMap { block -> [ConfiguredSetting] in
        let titles = block.titles.lazy.compactMap { onlyShare(in: $0) }
        return block.commands.compactMap { command in
            guard let word = assignment(command), let sign = word.text.firstIndex(of: "="), !word.isExpanded,
                case let name = String(word.text[..<sign]),
                case let value = String(word.text[word.text.index(after: sign)...]),
                value.contains(","), let share = comment(behind: word.span).flatMap(onlyShare) ?? titles.first
            else { return nil }
            return ConfiguredSetting(
                path: [name], keys: [word.span], isWholePath: true,
                values: [Claim(value, at: word.span, .codeBlock)], isList: false, percent: share)
        }
    }
}

/// The only word of a command, or the one behind `export`.
private func assignment(_ command: ShellCommand) -> ShellWord? {
    switch command.words.count {
    case 1: command.words[0]
    case 2 where command.words[0].text == "export": command.words[1]
    default: nil
    }
}

/// What a line says behind `#`.
private func comment(behind span: SourceSpan) -> String? {
    let line = span.file.lineRange(span.file.line(at: span.range.lowerBound))
    guard line.count < 1000, span.range.upperBound <= line.upperBound else { return nil }
    let rest = span.file.text(span.range.upperBound..<line.upperBound)
    return rest.firstIndex(of: "#").map { String(rest[$0...]) }
}

/// The percentage of a text that has one alone.
private func onlyShare(in text: String) -> Double? {
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2, let share = numberBehind(parts[0]), share > 0, share <= 100 else { return nil }
    return share
}
