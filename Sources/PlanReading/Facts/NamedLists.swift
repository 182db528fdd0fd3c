import Plan

extension DocumentOutline {
    /// Lists of three items or more, counted from 1, each with a name in bold and what it says of it; none below a phase.
    func readNamedLists() -> [[NamedItem]] {
        planSections.flatMap { section -> [[NamedItem]] in
            guard section.lines.contains(where: { $0.isNamed && $0.ordinal == 3 }), phase(of: section) == nil else {
                return []
            }
            return section.topLines.compactMap { run in
                let lines = run.map { section.lines[$0] }
                guard lines.count >= 3, lines.allSatisfy(\.isNamed), lines.first?.ordinal == 1 else { return nil }
                return lines.compactMap { line in
                    guard let number = line.ordinal, let key = line.field?.key else { return nil }
                    return NamedItem(number: number, name: Claim(key.text, at: key.span, .listItem))
                }
            }
        }
    }
}

extension ContentLine {
    fileprivate var isNamed: Bool { isBold && isItem && depth == 0 && task == nil && field?.isBold == true }
}
