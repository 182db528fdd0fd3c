import Plan
import SourceText

/// A line that says what a phase is to reach.
struct AimSighting: Sendable {
    let phase: PhaseHeading
    let statement: Claim<String>
}

extension DocumentOutline {
    /// What phases are to reach: items under a title or a line such as `Objectives` or `Success criteria`, and fields so called.
    func readAims() -> [AimSighting] {
        planSections.flatMap { section -> [AimSighting] in
            let isTitled = headings[section.index].phase == nil && section.title.mentions(aimWords)
            guard isTitled || section.lineClasses.intersects(aimWords), let phase = phase(of: section)?.heading else {
                return []
            }
            var isLed = false
            return section.lines.compactMap { line -> AimSighting? in
                if let field = line.field, field.isNamed(aimWords), !field.value.isEmpty {
                    return AimSighting(phase: phase, statement: Claim(field.value.text, at: field.value.span, .field))
                }
                guard line.isItem else {
                    if line.parent == nil { isLed = line.callsAims }
                    return nil
                }
                let isBelow = line.parent.map { section.lines[$0].callsAims } ?? (isTitled || isLed)
                return isBelow && !line.callsAims
                    ? AimSighting(phase: phase, statement: Claim(line.text.text, at: line.text.span, .listItem)) : nil
            }
        }
    }
}

extension ContentLine {
    /// `**Success criteria**:`, a line that says nothing but what stands below it.
    fileprivate var callsAims: Bool {
        text.mentions(aimWords) && text.tokens.count <= 6 && (text.tokens.last?.isSign(":") == true || isBold)
    }
}

private let aimWords: WordClassSet = [.aim, .success, .criterion, .gate]
