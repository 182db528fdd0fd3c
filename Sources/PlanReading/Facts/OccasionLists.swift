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
            let list = lines[first].list
            repeat {
                index += 1
            } while index < lines.count && lines[index].isItem
                && (lines[index].depth > 0 || lines[index].list == list)
            let isLed = first > 0 && lines[first - 1].leadsToOccasions
            guard isLed || OutlineSection.listLimits(lines[first..<index]) else { continue }
            for item in first..<index { tells[item] = true }
        }
        return tells
    }

    /// Whether most items limit something.
    private static func listLimits(_ items: ArraySlice<ContentLine>) -> Bool {
        var (all, limits) = (0, 0)
        for item in items where item.depth == 0 && item.task == nil {
            all += 1
            if item.text.statesLimit { limits += 1 }
        }
        return limits > 1 && limits * 2 > all
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
        guard mentions(comparisons), mentions(numbers),
            tokens.first(where: { $0.isWord })?.isA(.verify) != true
        else { return false }
        for index in tokens.indices {
            if tokens[index].isSign("(") { return false }
            // `./lb weight old=100` sets something.
            let isAssigned =
                tokens[index].isSign("=") && tokens[index].glued && index + 1 < tokens.count && tokens[index + 1].glued
            guard tokens[index].isA(comparisons), !isAssigned else { continue }
            return index > 0 && tokens[index - 1].sign?.isDash != true
        }
        return false
    }
}

private let comparisons: WordClassSet = [.comparisonSign, .comparison]
private let numbers: WordClassSet = [.number, .spelledNumber]
