import Plan
import SourceText

extension DocumentOutline {
    /// Whether the nearest title that says how a way back is begun says that it begins by itself.
    func standsUnderAutomatic(_ section: OutlineSection) -> Bool {
        guard stands(section, under: .automatic) else { return false }
        for title in [section.title] + ancestors(of: section).map(\.title) {
            if title.mentions(.manual) { return false }
            if title.mentions(.automatic) { return true }
        }
        return false
    }
}

extension StatedLimits {
    /// Marks the triggers of a section that are taken without asking: the title, the line above their list or they
    /// themselves say so.
    mutating func markAutomatic(_ section: OutlineSection, from first: Int, underAutomatic: Bool) {
        guard triggers.count > first, underAutomatic || section.lineClasses.contains(.automatic) else { return }
        let beginnings = section.automaticBeginnings
        for index in triggers.indices[first...] where !triggers[index].isAutomatic {
            let start = triggers[index].span.range.lowerBound
            let begun = section.lines.countOfLeading { $0.text.span.range.lowerBound <= start }
            var says: Bool?
            if begun > 0 {
                let line = section.lines[begun - 1]
                // What stands behind an item is no part of its list: a table.
                let holds = line.text.span.range.contains(start)
                if holds || !line.isItem { says = beginnings[begun - 1] }
            }
            if says ?? underAutomatic { triggers[index] = triggers[index].automatic }
        }
    }
}

extension OutlineSection {
    /// For each line whether what it states begins by itself, as it says, the line above its list or the item that holds
    /// it; nil where none of them says how it begins.
    fileprivate var automaticBeginnings: [Bool?] {
        var lead: Bool?
        var known: [Bool?] = []
        for line in lines {
            let own: Bool? =
                line.text.mentions(.manual)
                ? false : line.text.mentions(.automatic) ? !line.text.mentions(.negation) : nil
            let inherited = line.parent.map { known[$0] } ?? (line.isItem ? lead : nil)
            known.append(own ?? inherited)
            if !line.isItem, line.parent == nil { lead = own }
        }
        return known
    }
}
