import SourceText
import Yams

/// Reads YAML through Yams and gives each value its place in the text.
struct YAMLReader {
    private let text: YAMLText
    /// How much may be read before aliases are held to multiply the text: without any, n bytes cost less than 2 n.
    private let budget: Int
    private var spent = 0

    /// A value with its place in the input; the span in it is the place in the file.
    private struct Placed {
        let value: DataValue
        let range: Range<Int>
    }

    init(_ input: NotationInput) {
        text = YAMLText(input)
        budget = 2 * input.bytes.count + 10_000
    }

    mutating func readDocuments() throws(NotationError) -> [DataValue] {
        try YAMLGuard.check(text.input)
        var values: [DataValue] = []
        for root in try compose() { values.append(try read(root, depth: 0).value) }
        return values
    }

    /// Encoding and resolver are given: left out, Yams asks the environment and runs regular expressions on each key.
    private func compose() throws(NotationError) -> [Node] {
        do {
            let yaml = String(decoding: text.input.bytes, as: UTF8.self)
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            var roots: [Node] = []
            while let root = try parser.nextRoot() { roots.append(root) }
            return roots
        } catch let error as YamlError {
            throw text.notationError(error)
        } catch {
            throw NotationError("this is not YAML", at: text.input.span(0..<0))
        }
    }

    /// Counts what has been read; an alias is read again wherever it stands.
    private mutating func spend(_ cost: Int, at offset: Int) throws(NotationError) {
        spent += cost
        guard spent <= budget else {
            throw NotationError(
                "aliases multiply this text past what is safe to read", at: text.input.span(offset..<offset),
                reason: .tooComplex)
        }
    }

    // MARK: Values

    private mutating func read(_ node: Node, depth: Int) throws(NotationError) -> Placed {
        let (start, tag) = text.skipProperties(text.offset(node.mark))
        try spend(1 + (node.scalar?.string.utf8.count ?? 0), at: start)
        if let scalar = node.scalar {
            let range = start..<max(start, text.endOfScalar(start, text: scalar.string))
            return placed(kind(of: scalar.string, tag: tag, range: range), range)
        }
        guard depth < dataDepthLimit else { throw .tooDeep(at: text.input.span(start..<start)) }
        if let sequence = node.sequence { return try read(sequence, at: start, depth: depth) }
        if let mapping = node.mapping { return try read(mapping, at: start, depth: depth) }
        return placed(.null, start..<start)
    }

    private func placed(_ kind: DataKind, _ range: Range<Int>) -> Placed {
        Placed(value: DataValue(kind: kind, span: text.input.span(range)), range: range)
    }

    private func kind(of scalar: String, tag: String?, range: Range<Int>) -> DataKind {
        let isPlain = text.byte(range.lowerBound).map { !"\"'|>".utf8.contains($0) } ?? true
        switch tag {
        case nil: return isPlain ? yamlScalar(scalar) : .string(scalar)
        case "!", "!!str": return .string(scalar)
        case "!!int", "!!float", "!!bool", "!!null": return yamlScalar(scalar)
        default: return .opaque(text.input.excerpt(range))
        }
    }

    private mutating func read(_ sequence: Node.Sequence, at start: Int, depth: Int) throws(NotationError) -> Placed {
        var elements: [DataValue] = []
        var end = start + 1
        for node in sequence {
            let element = try read(node, depth: depth + 1)
            elements.append(element.value)
            if element.range.lowerBound >= end { end = element.range.upperBound }
        }
        return placed(.array(elements), start..<endOfCollection(start, last: end))
    }

    private mutating func read(_ mapping: Node.Mapping, at start: Int, depth: Int) throws(NotationError) -> Placed {
        var members: [DataMember] = []
        var merged: [DataMember] = []
        var end = start
        for (keyNode, valueNode) in mapping {
            let key = try read(keyNode, depth: depth + 1)
            let value = try read(valueNode, depth: depth + 1)
            // A value that stands before its key was taken from an anchor.
            let isAlias = value.range.lowerBound < key.range.upperBound
            end = max(end, key.range.upperBound, isAlias ? 0 : value.range.upperBound)
            if case .string("<<") = key.value.kind, text.byte(key.range.lowerBound) == UInt8(ascii: "<") {
                for source in value.value.elements + [value.value] { merged += source.members }
                try spend(merged.count, at: key.range.lowerBound)
                continue
            }
            let leading = text.comment(above: key.range.lowerBound, line: keyNode.mark?.line ?? 1)
            let trailing = comment(
                behind: key.range, value: isAlias ? nil : value.range, isCollection: valueNode.scalar == nil)
            try spend(leading?.text.utf8.count ?? 0, at: key.range.lowerBound)
            members.append(
                DataMember(
                    key: keyText(key), keySpan: key.value.span, value: value.value, leadingComment: leading,
                    trailingComment: trailing))
        }
        let kind = DataKind.object(members + unique(merged, besides: members))
        return placed(kind, start..<endOfCollection(start, last: end))
    }

    private func endOfCollection(_ start: Int, last: Int) -> Int {
        let isFlow = text.byte(start) == UInt8(ascii: "[") || text.byte(start) == UInt8(ascii: "{")
        return isFlow ? text.endOfFlow(max(last, start + 1)) : last
    }

    // MARK: Members

    /// A key that is no text is named as it is written.
    private func keyText(_ key: Placed) -> String {
        if case .string(let text) = key.value.kind { text } else { text.input.excerpt(key.range) }
    }

    /// What `<<` brings in: the mapping's own keys come before it, and the first of several sources wins.
    private func unique(_ merged: [DataMember], besides members: [DataMember]) -> [DataMember] {
        guard !merged.isEmpty else { return [] }
        var known = Set(members.map(\.key))
        return merged.filter { known.insert($0.key).inserted }
    }

    private func comment(behind key: Range<Int>, value: Range<Int>?, isCollection: Bool) -> DataComment? {
        var colon = key.upperBound
        while text.byte(colon) == 0x20 { colon += 1 }
        let behindColon = text.byte(colon) == UInt8(ascii: ":") ? colon + 1 : colon
        guard let value else {
            var alias = behindColon
            while text.byte(alias) == 0x20 { alias += 1 }
            return text.comment(behind: text.endOfAlias(alias))
        }
        if let header = text.byte(value.lowerBound), header == UInt8(ascii: "|") || header == UInt8(ascii: ">") {
            return text.comment(behindHeader: value.lowerBound)
        }
        if let comment = text.comment(behind: behindColon) { return comment }
        let opensFlow = text.byte(value.lowerBound).map { "[{".utf8.contains($0) } ?? false
        // What stands behind the last line of a block belongs to its last member.
        if isCollection, !opensFlow { return nil }
        return text.comment(behind: value.upperBound)
            ?? (opensFlow ? text.comment(behind: value.lowerBound + 1) : nil)
    }
}

extension YAMLText {
    func offset(_ mark: Mark?) -> Int {
        guard let mark else { return 0 }
        return positions.offset(line: mark.line, column: mark.column)
    }

    /// What Yams says, at the place where it says it.
    func notationError(_ error: YamlError) -> NotationError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let message = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            return fault(message, at: offset(mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return fault("key '\(duplicates.first ?? "")' stands in this object twice", at: offset(context.mark))
        case .reader(let problem, _, _, _):
            let control = input.bytes.firstIndex { $0 < 0x20 && !$0.isSpace || $0 == 0x7F } ?? 0
            return fault(problem, at: control)
        default:
            return fault("this is not YAML", at: 0)
        }
    }

    private func fault(_ message: String, at offset: Int) -> NotationError {
        let start = min(offset, input.bytes.count)
        var end = min(start + 1, input.bytes.count)
        while let next = byte(end), next & 0xC0 == 0x80 { end += 1 }
        return NotationError(message, at: input.span(start..<end))
    }
}
