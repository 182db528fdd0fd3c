import Plan
import SourceText

/// The names in one document that a link may lead to, and those that a broken one may have meant.
struct AnchorIndex {
    /// Every name as it is compared, and as a site generator may write it.
    private let known: Set<String>
    private let headings: [String]

    init(_ document: PlanDocument) {
        let headings = document.anchors
        self.headings = headings
        var known: Set<String> = []
        for name in document.anchors + document.namedAnchors + [document.title.map(plainAnchor)].compactMap(\.self) {
            let key = comparedAnchor(name)
            // GitLab writes one dash for several.
            known.insert(key)
            known.insert(squeezed(key))
            known.insert(withoutAccents(key))
        }
        self.known = known
    }

    /// Whether nothing at all is known of the document's names, as of one that could not be read.
    var isEmpty: Bool { known.isEmpty || headings.isEmpty }

    func holds(_ fragment: String) -> Bool {
        let key = comparedAnchor(fragment)
        return known.contains(key) || isAlwaysThere(key)
    }

    /// Index of the only heading that the fragment can have meant; nil when there is none, or more than one. Looks at every
    /// heading.
    ///
    /// Its letters are the same, or its words are while only one of the two is numbered, or a letter or two are mistyped.
    func counterpart(of fragment: String) -> Int? {
        let key = comparedAnchor(fragment)
        let own = letters(of: key)
        guard own.utf8.count > 2, own.utf8.count <= 100 else { return nil }
        let alike = headings.indices.filter { letters(of: headings[$0]) == own }
        if !alike.isEmpty { return alike.count == 1 ? alike[0] : nil }
        let words = wordsWithoutNumbers(of: key)
        let same = words.isEmpty ? [] : headings.indices.filter { wordsWithoutNumbers(of: headings[$0]) == words }
        if !same.isEmpty {
            guard same.count == 1, digits(of: key).isEmpty || digits(of: headings[same[0]]).isEmpty else { return nil }
            return same[0]
        }
        guard own.utf8.count > 5 else { return nil }
        let wanted = Array(key.utf8)
        let close = headings.indices.prefix(AnchorIndex.mostCompared).filter { index in
            let anchor = headings[index]
            return abs(anchor.utf8.count - wanted.count) <= 2 && digits(of: anchor) == digits(of: key)
                && editDistance(wanted, Array(anchor.utf8)) <= 2
        }
        return close.count == 1 ? close[0] : nil
    }

    /// Nobody reads a list of names that is longer.
    private static let mostCompared = 1000

    /// `#L12` and `#L3-L9` are lines of the file, `#top` is the top of every page.
    private func isAlwaysThere(_ key: String) -> Bool {
        key == "top"
            || key.hasPrefix("l") && key.dropFirst().allSatisfy { $0.isNumber || $0 == "-" || $0 == "l" || $0 == "c" }
    }
}

/// A name in small letters, its percent signs undone, without what cannot be seen.
private func comparedAnchor(_ name: String) -> String {
    var name = Substring(percentDecoded(name) ?? name)
    for prefix in ["user-content-", "markdown-header-"] where name.hasPrefix(prefix) {
        name = name.dropFirst(prefix.count)
    }
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var small = ""
    for scalar in name.lowercased().unicodeScalars where !isInvisible(scalar) { small.unicodeScalars.append(scalar) }
    return small
}

/// Selectors of an emoji's form and joiners.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    (0xfe00...0xfe0f).contains(scalar.value) || (0x200b...0x200d).contains(scalar.value)
}

private func plainAnchor(_ title: String) -> String { nameWords(title).joined(separator: "-") }

private func squeezed(_ key: String) -> String {
    var result = ""
    for character in key where character != "-" || result.last != "-" { result.append(character) }
    return result
}

/// `übersicht` as `ubersicht`, which is what other generators make of it.
private func withoutAccents(_ key: String) -> String {
    guard !key.utf8.allSatisfy({ $0 < 0x80 }) else { return key }
    let plain: [Character: String] = [
        "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i",
        "î": "i", "ï": "i", "ö": "o", "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ü": "u", "ú": "u", "ù": "u", "û": "u",
        "ñ": "n", "ç": "c", "ß": "ss",
    ]
    return key.map { plain[$0] ?? String($0) }.joined()
}

private func letters(of anchor: String) -> String { identifierKey(anchor) }

private func wordsWithoutNumbers(of anchor: String) -> [String] {
    anchor.split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { !$0.allSatisfy(\.isNumber) }
}

private func digits(of anchor: String) -> String { anchor.filter(\.isNumber) }
