import DataNotations
import MarkdownTree
import Plan
import SourceText

/// A setting with the phase in whose section it stands.
struct SettingSighting: Sendable {
    let setting: ConfiguredSetting
    let phase: PhaseHeading?
}

extension DocumentOutline {
    /// Every value and list that blocks of data give a key.
    func readSettings(_ data: [CodeData]) -> [SettingSighting] {
        let blocks = Dictionary(grouping: data.indices) { data[$0].block.node.span.range.lowerBound }
        let percents = blocks.mapValues { percent(besides: $0.map { data[$0] }) }
        return data.flatMap { data -> [SettingSighting] in
            let phase = phase(of: sections[data.section])?.heading
            let percent = percents[data.block.node.span.range.lowerBound] ?? nil
            var reader = SettingReader(values: FlagValues(style: style), percent: percent)
            return reader.read(data.binding).map { SettingSighting(setting: $0, phase: phase) }
        }
    }

    /// The share for which a block is written: `ROLLOUT_PCT=10` in it, the line above it, the title, the phase.
    private func percent(besides data: [CodeData]) -> Double? {
        guard let block = data.first else { return nil }
        let section = sections[block.section]
        for binding in data.lazy.map(\.binding) {
            if let name = binding.name, style.vocabulary.classes(ofName: name).contains(.shareName),
                let share = FlagValues(style: style).share(of: binding.value)
            {
                return share.value
            }
        }
        let lead = block.block.line.map { section.lines[$0].text }
        for text in [lead, section.title].compactMap(\.self) {
            let steps = text.shareSteps(in: 0..<text.tokens.count, .prose)
            if steps.count == 1 { return steps[0].percent.value }
        }
        return phase(of: section)?.heading.percent?.value
    }
}

/// Walks a value from the outside in, without recursion.
private struct SettingReader {
    private typealias Part = (value: DataValue, path: [String], keys: [SourceSpan], percent: Double?)
    /// No configuration is deeper; a made-up one would take the square of its depth.
    private static let deepest = 12

    let values: FlagValues
    let percent: Double?
    private var found: [ConfiguredSetting] = []

    init(values: FlagValues, percent: Double?) {
        self.values = values
        self.percent = percent
    }

    mutating func read(_ binding: DataBinding) -> [ConfiguredSetting] {
        let isWhole = binding.name == nil
        var open: [Part] = [
            (binding.value, binding.path, binding.path.map { _ in binding.nameSpan ?? binding.value.span }, percent)
        ]
        while let part = open.popLast() {
            switch part.value.kind {
            case .object(let members):
                guard part.path.count < SettingReader.deepest else { continue }
                let share = values.share(among: members)?.value ?? part.percent
                open += members.reversed().map {
                    ($0.value, part.path + [$0.key], part.keys + [$0.keySpan.withoutQuotes], share)
                }
            case .array(let elements):
                let texts = elements.prefix(200).compactMap { element in
                    element.written.map { Claim($0, at: element.span.withoutQuotes, .codeBlock) }
                }
                if texts.count == elements.count, !texts.isEmpty { add(part, texts, isList: true, isWhole) }
                guard part.path.count < SettingReader.deepest, texts.isEmpty else { continue }
                let list = part.keys.last ?? part.value.span
                open += elements.reversed().map {
                    ($0, part.path + [ConfiguredSetting.element], part.keys + [list], part.percent)
                }
            default:
                guard let text = part.value.written else { continue }
                add(part, [Claim(text, at: part.value.span.withoutQuotes, .codeBlock)], isList: false, isWhole)
            }
        }
        return found
    }

    private mutating func add(_ part: Part, _ texts: [Claim<String>], isList: Bool, _ isWhole: Bool) {
        guard !part.path.isEmpty else { return }
        found.append(
            ConfiguredSetting(
                path: part.path, keys: part.keys, isWholePath: isWhole, values: texts, isList: isList,
                percent: part.percent))
    }
}
