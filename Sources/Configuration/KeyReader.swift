import DataNotations
import Plan
import SourceText

/// Reads the keys of one object, collecting what is wrong with them.
struct KeyReader {
    let known: [String]
    /// What a message calls the keys.
    private let noun: String
    /// From the folder of the settings to that of each file they extend.
    private let folders: [ObjectIdentifier: String]
    var findings: [Finding] = []

    init(known: [String], called noun: String = "key", folders: [ObjectIdentifier: String] = [:]) {
        self.known = known
        self.noun = noun
        self.folders = folders
    }

    /// For the keys of an object inside this one.
    func nested(_ known: [String]) -> KeyReader { KeyReader(known: known, folders: folders) }

    /// Calls back for each known key; unknown ones and repetitions are findings.
    mutating func read(_ value: DataValue, take: (DataMember, inout KeyReader) -> Void) {
        var seen: Set<String> = []
        for member in value.members {
            guard known.contains(member.key) else {
                let meant = closestMatch(to: member.key, among: known)
                findings.append(
                    invalid(
                        "unknown \(noun) '\(member.key)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
                        at: member.keySpan,
                        help: "keys here: \(known.joined(separator: ", "))"))
                continue
            }
            guard seen.insert(member.key).inserted else {
                findings.append(
                    invalid("'\(member.key)' stands here twice", at: member.keySpan, help: "keep one of them"))
                continue
            }
            take(member, &self)
        }
    }

    mutating func text(_ member: DataMember) -> String? {
        switch member.value.kind {
        case .string(let text): return text
        // A bare date or number is a text where one is wanted.
        case .number, .bool: return member.value.span.text
        case .null: return nil
        default:
            refuse(member, "a text")
            return nil
        }
    }

    /// One text or a list of them.
    mutating func texts(_ member: DataMember) -> [String] {
        switch member.value.kind {
        case .string(let text): return [text]
        case .null: return []
        case .array(let values) where values.allSatisfy({ $0.stringValue != nil }):
            return values.compactMap(\.stringValue)
        default:
            refuse(member, "a text or a list of texts")
            return []
        }
    }

    /// The same with the place of each.
    mutating func claims(_ member: DataMember) -> [Claim<String>] {
        let given = texts(member)
        let places = member.value.stringValue == nil ? member.value.elements : [member.value]
        return zip(given, places).map { Claim($0, at: $1.span, .field) }
    }

    /// A path, made relative to the folder of the settings where a file that they extend says it.
    mutating func path(_ member: DataMember) -> Claim<String>? {
        text(member).map { Claim(moved($0, member.value.span), at: member.value.span, .field) }
    }

    /// Paths or patterns, as ``path(_:)``.
    mutating func paths(_ member: DataMember) -> [Claim<String>] {
        claims(member).map { Claim(moved($0.value, $0.span), at: $0.span, .field) }
    }

    private func moved(_ path: String, _ place: SourceSpan) -> String {
        guard let folder = folders[ObjectIdentifier(place.file)], !folder.isEmpty, !path.hasPrefix("/") else {
            return path
        }
        return "\(folder)/\(path)"
    }

    /// One of some words.
    mutating func choice(_ member: DataMember, of words: [String]) -> String? {
        if let text = member.value.stringValue, words.contains(text) { return text }
        refuse(member, "\(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")")
        return nil
    }

    /// Words to be found in documents: each alone, or two side by side.
    mutating func words(_ member: DataMember) -> [String] {
        let given = texts(member)
        let places = member.value.stringValue == nil ? member.value.elements : [member.value]
        for (word, place) in zip(given, places) where !isMatchable(word) {
            findings.append(
                invalid(
                    "'\(word.prefix(60))' cannot be a word of '\(member.key)'", at: place.span,
                    help: "words are matched whole, one alone or two side by side, without numbers and signs"))
        }
        return given
    }

    private func isMatchable(_ word: String) -> Bool {
        let tokens = TokenizedText(word).tokens.filter { !$0.isSign("-") }
        return (1...2).contains(tokens.count) && tokens.allSatisfy(\.isWord)
    }

    /// An address of pages, with a slash at its end; no name, password, query or fragment.
    mutating func address(_ member: DataMember) -> String? {
        guard !member.value.isNull else { return nil }
        let text = member.value.stringValue ?? ""
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let isAddress =
            parts.count >= 3 && ["http:", "https:"].contains(parts[0].lowercased()) && parts[1].isEmpty
            && !parts[2].isEmpty && parts[2].utf8.allSatisfy { isAlphanumeric($0) || ".:[]-".utf8.contains($0) }
            && (parts.count == 3
                || parts[3].utf8.allSatisfy { isAlphanumeric($0) || "-._~!$&'()*+,;=:@%/".utf8.contains($0) })
        if isAddress { return text.hasSuffix("/") ? text : text + "/" }
        refuse(member, "an address such as https://status.example.org/hooks/, without name, query and fragment")
        return nil
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    mutating func bool(_ member: DataMember) -> Bool? {
        if let value = member.value.boolValue { return value }
        refuse(member, "true or false")
        return nil
    }

    mutating func date(_ member: DataMember) -> CivilDate? {
        if let date = CivilDate(iso: member.value.stringValue ?? member.value.span.text) { return date }
        refuse(member, "a date such as 2026-11-23")
        return nil
    }

    /// `60s`, `5m`, `1h`, more than nothing; a bare number is refused, for its unit would be a guess.
    mutating func seconds(_ member: DataMember) -> Double? {
        let reader = QuantityReader(TokenizedText(member.value.stringValue ?? member.value.span.text))
        if let match = reader.firstTime(), match.tokens == 0..<reader.text.tokens.count, match.amount.comparison == nil,
            match.amount.lowerSeconds == nil, let seconds = match.amount.seconds, seconds > 0
        {
            return seconds
        }
        refuse(member, "a length of time with its unit, such as 60s, 5m or 1h")
        return nil
    }

    mutating func isObject(_ member: DataMember) -> Bool {
        if case .object = member.value.kind { return true }
        if !member.value.isNull { refuse(member, "a set of keys") }
        return false
    }

    mutating func isList(_ member: DataMember) -> Bool {
        if case .array = member.value.kind { return true }
        if !member.value.isNull { refuse(member, "a list") }
        return false
    }

    /// A program and its arguments, each a word by itself: no shell cuts a line into them.
    mutating func arguments(_ member: DataMember) -> [String]? {
        if case .array(let values) = member.value.kind {
            let words = values.compactMap { value -> String? in
                switch value.kind {
                case .string(let text): text
                case .number, .bool: value.span.text
                default: nil
                }
            }
            let isWhole = words.count == values.count && words.first?.isEmpty == false
            if isWhole, !words.contains(where: { $0.utf8.contains(0) }) { return words }
        }
        refuse(member, "a list of words, the program first")
        return nil
    }

    mutating func refuse(_ member: DataMember, _ wanted: String) {
        let given = member.value.span.text.prefix(60)
        findings.append(invalid("'\(member.key)' is '\(given)', but has to be \(wanted)", at: member.value.span))
    }
}
