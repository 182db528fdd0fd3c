import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Variables that a step requires, sets, or whose value a step brings into the world, each by its full name.
    func readVariableMentions() -> [VariableMention] {
        planSections.flatMap { section -> [VariableMention] in
            var order: [StepPlace]?
            return requiredInBlocks(section)
                + section.lines.enumerated().flatMap { index, line -> [VariableMention] in
                    let names = line.text.variableNames
                    guard !names.isEmpty, let role = role(of: line, in: section, names: names.count) else { return [] }
                    let places = order ?? stepPlaces(above: section)
                    order = places
                    let item = listPlace(of: index, in: section)
                    let start = role == .made ? line.text.makingVerb ?? 0 : 0
                    return names.filter { $0.range.lowerBound >= start }.map {
                        VariableMention(
                            name: line.text.string($0), role: role, order: places + item,
                            span: line.text.span(tokens: $0.tokens), reading: line.reading)
                    }
                }
        }
    }

    private func role(of line: ContentLine, in section: OutlineSection, names: Int) -> VariableMention.Role? {
        if line.text.makingVerb != nil { return .made }
        let lead = line.parent.map { section.lines[$0].text }
        if line.text.beginsSetting { return names == 1 && lead?.isPutOff != true ? .set : .required }
        if line.text.isRequiring, lead?.isPutOff != true { return .required }
        guard let lead, names == 1, line.text.tokens.count <= 6, lead.isRequiring else { return nil }
        return .required
    }
}

extension ReadText {
    struct VariableName {
        let range: Range<Int>
        let tokens: Range<Int>
    }

    func string(_ name: VariableName) -> String { String(decoding: utf8[name.range], as: UTF8.self) }

    /// Words in capitals with an underscore.
    var variableNames: [VariableName] {
        let utf8 = utf8
        guard utf8.holds(UInt8(ascii: "_"), in: bytes) else { return [] }
        let tokens = tokens
        return tokens.indices.compactMap { index in
            let range = tokens[index].range
            guard tokens[index].isWord, range.count >= 6, utf8.holds(UInt8(ascii: "_"), in: range),
                utf8[range].allSatisfy({ $0.isNamePart && !(0x61...0x7a).contains($0) }),
                utf8[range.lowerBound] != UInt8(ascii: "_"), !utf8[range].starts(with: Array("YOUR_".utf8))
            else { return nil }
            return VariableName(range: range, tokens: index..<index + 1)
        }
    }

    /// Where a line says that a value is made: a verb for it, and behind that what is made and where it is put.
    ///
    /// nil for a value that is only changed: it was there before.
    fileprivate var makingVerb: Int? {
        var verb: Int?
        var isNamed = false
        var isPut = false
        for token in tokens where token.isWord {
            if changingWords.contains(utf8, token.range) { return nil }
            if verb == nil, bringingWords.contains(utf8, token.range) { verb = token.range.lowerBound }
            guard verb != nil else { continue }
            isNamed = isNamed || valueWords.contains(utf8, token.range)
            isPut = isPut || puttingWords.contains(utf8, token.range)
        }
        return isNamed && isPut ? verb : nil
    }

    /// Whether a line is a step that gives something a value: `Set X to true`, `- [ ] Add X`.
    fileprivate var beginsSetting: Bool {
        tokens.first { $0.isWord }.map { settingWords.contains(utf8, $0.range) } == true && !isPutOff
    }

    /// Whether a line says that values must be there, and not that they come later.
    var isRequiring: Bool { says(requiringWords) && !isPutOff }

    var isPutOff: Bool { says(puttingOffWords) }
}

// English, German, Spanish and French.

private let settingWords: WordSet = [
    "set", "add", "configure", "define", "setze", "setzen", "eintragen", "hinterlegen", "definir", "añadir", "agregar",
    "configurar", "définir", "ajouter", "configurer", "renseigner",
]
private let bringingWords: WordSet = [
    "create", "creates", "register", "generate", "issue", "mint", "copy", "paste", "obtain", "fetch", "erzeuge",
    "erzeugen", "anlegen", "lege", "erstelle", "erstellen", "kopiere", "kopieren", "generieren", "crear", "crea",
    "genera",
    "generar", "copia", "copiar", "obtener", "créer", "crée", "créez", "générer", "générez", "copier", "copiez",
]
private let changingWords: WordSet = [
    "rotate", "rotated", "rotation", "renew", "regenerate", "recreate", "replace", "update", "again", "change",
    "rotieren",
    "erneuern", "ersetzen", "rotar", "renovar", "reemplazar", "renouveler", "remplacer", "not", "don't", "never", "if",
]
private let valueWords: WordSet = [
    "secret", "secrets", "key", "keys", "token", "tokens", "id", "url", "dsn", "credential", "credentials", "webhook",
    "endpoint", "password", "geheimnis", "schlüssel", "kennwort", "passwort", "secreto", "clave", "llave", "contraseña",
    "clé", "jeton", "identifiant",
]
private let puttingWords: WordSet = [
    "into", "as", "to", "in", "save", "store", "put", "set", "als", "nach", "unter", "como", "en", "a", "dans", "comme",
    "sous",
]
private let requiringWords: WordSet = [
    "required", "requires", "require", "must", "needed", "needs", "set", "configured", "configure", "present",
    "populated",
    "erforderlich", "müssen", "muss", "setzen", "gesetzt", "konfiguriert", "hinterlegt", "eingetragen", "requerida",
    "requeridas", "deben", "configurar", "configuradas", "definidas", "requise", "requises", "doivent", "configurer",
    "configurées", "définies", "renseignées",
]
private let puttingOffWords: WordSet = [
    "later", "after", "afterwards", "once", "follows", "placeholder", "dummy", "empty", "except", "without", "until",
    "unless", "später", "danach", "nach", "sobald", "platzhalter", "leer", "außer", "ohne", "después", "luego", "vacía",
    "salvo", "sin", "après", "plus", "vide", "sauf", "sans", "not", "no", "nicht", "unset", "remove",
]
