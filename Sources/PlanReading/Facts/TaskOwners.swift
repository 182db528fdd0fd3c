import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Tasks with those whom the text names for them: in a column (read with the table), in the task's own words, in a
    /// line below it, or else in a line above its list.
    func withOwners(_ tasks: [TaskText], in section: OutlineSection) -> [TaskText] {
        guard let first = tasks.first else { return [] }
        let told = section.lineClasses.contains(.owner)
        let shared = told ? sharedOwners(of: section, before: first.text.span.range.lowerBound) : []
        let below = told ? ownersBelow(section) : [:]
        return tasks.map { task in
            var task = task
            if task.owners.isEmpty { task.owners = below[task.text.span.range.lowerBound] ?? named(in: task.text) }
            if task.owners.isEmpty { task.owners = shared }
            return task
        }
    }

    /// Names in a cell, a value or a bracket, each by itself; none for what stands where a name is still to be put.
    func owners(_ value: ReadText) -> [Claim<String>] {
        let cuts = value.tokens.indices.filter { index in
            index > 0 && value.tokens[index].sign.map { $0 == "," || $0 == ";" || $0 == "/" } == true
        }
        let pieces = cuts.isEmpty ? [value] : value.cut(before: [0] + cuts)
        return pieces.compactMap { piece in
            let tokens = piece.tokens
            let start = tokens.first { $0.isWord || $0.isSign("@") || $0.number != nil }?.range.lowerBound
            let name = piece.part((start ?? piece.bytes.lowerBound)..<piece.bytes.upperBound)
            guard name.tokens.contains(where: \.isWord), name.tokens.count <= 7, name.text.utf8.count <= 60,
                !name.says(nobody)
            else { return nil }
            return Claim(name.text, at: name.span, .field)
        }
    }

    private func sharedOwners(of section: OutlineSection, before start: Int) -> [Claim<String>] {
        section.lines.lazy.filter { !$0.isItem && $0.depth == 0 && $0.text.span.range.lowerBound < start }
            .compactMap(ownerField).last.map(owners) ?? []
    }

    private func ownersBelow(_ section: OutlineSection) -> [Int: [Claim<String>]] {
        var found: [Int: [Claim<String>]] = [:]
        for (index, line) in section.lines.enumerated() where line.isItem {
            guard let value = section.children(of: index).lazy.compactMap(ownerField).first else { continue }
            found[line.text.span.range.lowerBound] = owners(value)
        }
        return found
    }

    /// `Owner: Marit`; no `Who is told: …`.
    private func ownerField(_ line: ContentLine) -> ReadText? {
        guard let field = line.field, field.key.tokens.count <= 2, field.isNamed(.owner), !field.value.isEmpty
        else { return nil }
        return field.value
    }

    private func named(in text: ReadText) -> [Claim<String>] {
        if text.mentions(.owner), let value = inlineOwner(text) { return owners(value) }
        return text.utf8.holds(UInt8(ascii: "@"), in: text.bytes) ? mentioned(in: text) : []
    }

    /// `Restore tried (owner: Marit)`, `Restore tried, owner: Marit`.
    private func inlineOwner(_ text: ReadText) -> ReadText? {
        let tokens = text.tokens
        guard
            let key = tokens.indices.dropLast().first(where: {
                $0 > 0 && tokens[$0].isA(.owner) && tokens[$0 + 1].isSign(":")
            }),
            key + 2 < tokens.count
        else { return nil }
        let end =
            tokens[(key + 2)...].first { $0.sign.map(endsName) == true }?.range.lowerBound ?? text.bytes.upperBound
        return text.part(tokens[key + 2].range.lowerBound..<end)
    }

    private func endsName(_ sign: Sign) -> Bool {
        sign == ")" || sign == "]" || sign == ";" || sign == "|" || sign == "·" || sign == "—" || sign == "–"
    }

    /// `@marit: …`, `… (@marit)`, `… @marit` at the end. Whoever is told or asked is no owner, and an address or a decorator
    /// inside the text is nobody.
    private func mentioned(in text: ReadText) -> [Claim<String>] {
        let words = text.text.split(separator: " ")
        guard let first = words.first, let last = words.last else { return [] }
        var names: [Substring] = []
        if let name = mention(first), words.count > 1 { names = [name] }
        if names.isEmpty, let name = mention(last), words.count > 1 {
            let before = words[words.count - 2]
            let isTold = toldWords.contains(before.lowercased().trimmingPunctuation)
            if last.hasPrefix("(") || !isTold { names = [name] }
        }
        return names.map { Claim(String($0), at: text.span, .listItem) }
    }

    /// `@marit` of `(@marit),`; nil for anything else.
    private func mention(_ word: Substring) -> Substring? {
        let bare = word.drop { $0 == "(" || $0 == "[" }
        guard bare.first == "@" else { return nil }
        let name = bare.dropFirst().prefix { $0.isLetter || $0.isNumber || "-_./".contains($0) }
        let rest = bare.dropFirst(name.count + 1)
        guard name.first?.isLetter == true, rest.allSatisfy({ ")],:;.".contains($0) }) else { return nil }
        return bare.prefix(name.hasSuffix(".") ? name.count : name.count + 1)
    }
}

extension ContentTable {
    /// The column that names who does what: `Owner`, `Responsible`, `Team`; no `Due by`.
    var ownerColumn: Int? {
        header.firstIndex { $0.mentions(.owner) && $0.tokens.count <= 3 }
            ?? header.firstIndex { $0.tokens.count == 1 && $0.mentions(.ownerHead) && $0.text.lowercased() != "by" }
    }
}

extension String {
    fileprivate var trimmingPunctuation: String { filter { $0.isLetter || $0.isNumber } }
}

private let nobody: WordSet = [
    "tbd", "tba", "todo", "none", "nobody", "unassigned", "open", "unknown", "offen", "niemand", "unbekannt", "nadie",
    "personne",
]
private let toldWords: Set<String> = [
    "with", "to", "from", "for", "tell", "ask", "ping", "notify", "inform", "contact", "mail", "call", "page", "via",
    "in", "at", "and", "or", "of", "as", "on", "cc", "than", "mit", "an", "von", "bei", "für", "und", "oder", "frag",
    "ruf", "con", "a", "y", "o",
    "de", "para", "avec", "à", "et", "ou", "pour",
]
