import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The headings above a section, outermost first, with what each says of when its steps are done.
    func stepPlaces(above section: OutlineSection) -> [StepPlace] {
        ([section] + ancestors(of: section)).reversed().compactMap { part in
            guard let heading = part.heading, let parent = part.parent else { return nil }
            return StepPlace(
                parent: parent, start: heading.span.range.lowerBound, name: part.title.text, moment: moment(of: part))
        }
    }

    private func moment(of section: OutlineSection) -> StepPlace.Moment? {
        let title = section.title
        if title.isAheadOfLaunch { return .ahead }
        let facts = headings[section.index]
        let isCounted =
            facts.phase != nil || facts.day != nil || title.schedules.first() != nil
            || title.tokens.first.map { $0.isA(.step) || $0.number != nil } == true
        return isCounted ? .counted : title.mentions(.launch) || title.begins(with: launchStems) ? .launch : nil
    }

    /// The item of a numbered list that a line stands in, the outermost only.
    func listPlace(of index: Int, in section: OutlineSection) -> [StepPlace] {
        var line = section.lines[index]
        while let parent = line.parent { line = section.lines[parent] }
        guard let ordinal = line.ordinal, let list = line.list else { return [] }
        return [
            StepPlace(
                parent: list.span.range.lowerBound, start: line.node.span.range.lowerBound, name: "step \(ordinal)",
                moment: .counted)
        ]
    }
}

extension ReadText {
    /// `T-3 days`, `Pre-launch`, `Before go-live`, `Vorbereitung`.
    fileprivate var isAheadOfLaunch: Bool {
        let counts = tokens.indices.dropLast().contains { index in
            guard tokens[index].isA(.countdown) else { return false }
            let rest = utf8[tokens[index].range.upperBound..<bytes.upperBound]
            return rest.first == UInt8(ascii: "-") && rest.dropFirst().first.map { (0x31...0x39).contains($0) } == true
        }
        let isBefore = mentions(.launch) && tokens.contains { word($0) == "pre" }
        return counts || isBefore || begins(with: aheadStems)
    }

    /// Whether a word of the text begins with one of these.
    fileprivate func begins(with stems: [String]) -> Bool {
        tokens.contains { token in
            token.isWord && word(token).map { word in stems.contains { word.hasPrefix($0) } } == true
        }
    }
}

// English, German, Spanish and French.

private let aheadStems = [
    "pre-", "prelaunch", "predeploy", "prerequisit", "preparation", "before", "vorbereitung", "voraussetzung", "previo",
    "previa", "preparación", "preparativo", "préparati", "préalable",
]
private let launchStems = ["deploy", "rollout", "production", "despliegue", "producción", "déploiement", "produktiv"]
