import MarkdownTree
import Plan
import SourceText

extension OutlineSection {
    /// For each line whether it stands in a list that tells when to act, and so nothing to do: a list of limits, or one
    /// below `Triggers:` or `… if:`.
    ///
    /// Limits that begin with `check` or `verify` are steps.
    var tellsOccasion: [Bool] {
        var tells = lines.map { _ in false }
        var index = 0
        while index < lines.count {
            guard lines[index].isItem else {
                index += 1
                continue
            }
            let first = index
            let list = lines[first].list?.span
            repeat {
                index += 1
            } while index < lines.count && lines[index].isItem
                && (lines[index].depth > 0 || lines[index].list?.span == list)
            let items = (first..<index).filter { lines[$0].depth == 0 && lines[$0].task == nil }
            let isLed = first > 0 && lines[first - 1].leadsToOccasions
            let limits = items.count { lines[$0].text.statesLimit }
            guard isLed || limits > 1 && limits * 2 > items.count else { continue }
            for item in first..<index { tells[item] = true }
        }
        return tells
    }
}

extension ContentLine {
    /// `Triggers (Ada decides alone):`, `Wir kehren um, wenn:`.
    fileprivate var leadsToOccasions: Bool {
        guard !isItem, text.tokens.last?.isSign(":") == true else { return false }
        return text.tokens.prefix(3).contains { $0.isA(.triggerNoun) }
            || text.tokens.last { $0.isWord }?.isA(.when) == true
    }
}

extension ReadText {
    /// `Error rate > 1%`; in brackets or behind a dash the time of a step is limited: `Restart (< 5 min)`.
    fileprivate var statesLimit: Bool {
        guard mentions([.comparisonSign, .comparison]), mentions([.number, .spelledNumber]),
            tokens.first(where: { $0.isWord })?.isA(.verify) != true
        else { return false }
        for index in tokens.indices {
            if tokens[index].isSign("(") { return false }
            guard tokens[index].isA([.comparisonSign, .comparison]) else { continue }
            return index > 0 && tokens[index - 1].sign?.isDash != true
        }
        return false
    }
}
