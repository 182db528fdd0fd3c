import Plan
import SourceText

extension ContentLine {
    /// The fields of a line, which may say several: `Risk: low. Rollback time: 1 hour.`
    ///
    /// Behind the first one a key counts only when it begins a sentence, a part of one or a line, and is one that phases
    /// have: prose has colons too.
    var fields: [Field] {
        guard let field else { return [] }
        guard field.value.mentions(phaseKeys) else { return [field] }
        var fields: [Field] = []
        var rest = field
        while let (value, next) = rest.cut() {
            fields.append(value)
            rest = next
        }
        return fields + [rest]
    }
}

extension Field {
    /// The field up to the next key in its value, and the field of that key; nil when there is no further key.
    fileprivate func cut() -> (Field, Field)? {
        let tokens = value.tokens
        for colon in tokens.indices.dropFirst(2) where tokens[colon].isSign(":") && !isGluedBehind(colon) {
            var start = colon
            while start > 0, colon - start < 4, isKeyWord(start - 1) { start -= 1 }
            guard start > 0, start < colon, beginsPart(start),
                (start..<colon).contains(where: { tokens[$0].isA(phaseKeys) })
            else { continue }
            let end =
                tokens[start - 1].sign == nil ? tokens[start - 1].range.upperBound : tokens[start - 1].range.lowerBound
            let keyBytes = value.bytes(tokens: start..<colon)
            return (
                Field(key: key, value: value.part(value.bytes.lowerBound..<end)),
                Field(
                    key: value.part(keyBytes),
                    value: value.part(tokens[colon].range.upperBound..<value.bytes.upperBound))
            )
        }
        return nil
    }

    private func isGluedBehind(_ colon: Int) -> Bool {
        colon + 1 < value.tokens.count && value.tokens[colon + 1].glued
    }

    /// A word, or the dash within one: `Rollback-Zeit`.
    private func isKeyWord(_ index: Int) -> Bool {
        let token = value.tokens[index]
        return token.isWord && !beginsPart(index + 1) || token.isSign("-") && token.glued
    }

    /// Whether a sign that ends something stands ahead of a token, or a line break.
    private func beginsPart(_ index: Int) -> Bool {
        guard index > 0, index < value.tokens.count else { return false }
        let before = value.tokens[index - 1]
        if let sign = before.sign, [".", ";", ",", "|", "·", "•", "/"].contains(sign), !value.tokens[index].glued {
            return true
        }
        return !value.tokens[index].glued && value.span(tokens: index - 1..<index + 1).text.contains(where: \.isNewline)
    }
}

/// What phases have a field for.
let phaseKeys: WordClassSet = [.risk, .duration, .time, .rollback, .schedule, .start, .end]
