import Plan
import SourceText

extension DocumentOutline {
    /// Lines, cells and titles that tell of copies that are kept or brought back, and of somebody who confirms.
    ///
    /// - Parameter hasCommands: Confirmations matter only beside commands.
    func readPrecautions(hasCommands: Bool) -> [Precaution] {
        planSections.flatMap { section -> [Precaution] in
            var found = [precaution(section.title, hasCommands)].compactMap(\.self)
            if hasCommands || section.lineClasses.intersects([.backup, .restoring]) {
                found += section.lines.compactMap { precaution($0.text, hasCommands) }
            }
            for table in section.tables {
                for row in table.rows { found += row.cells.compactMap { precaution($0, hasCommands) } }
            }
            return found
        }
    }

    private func precaution(_ text: ReadText, _ hasCommands: Bool) -> Precaution? {
        let kind: Precaution.Kind
        if text.mentions(.backup) {
            kind = text.mentions(.restoring) && !text.says(makingWords) ? .restoring : .copy
        } else if text.mentions(.restoring) {
            kind = .restoring
        } else if hasCommands, text.says(confirmingWords) {
            kind = .confirmation
        } else {
            return nil
        }
        return Precaution(kind: kind, text: text.text, span: text.span)
    }
}

extension ReadText {
    fileprivate func says(_ words: Set<String>) -> Bool {
        tokens.contains { token in token.isWord && word(token).map(words.contains) == true }
    }
}

/// English, German, Spanish and French: what is done with a copy other than bringing it back.
private let makingWords: Set<String> = [
    "take", "taken", "takes", "create", "created", "make", "made", "verify", "verified", "test", "tested", "check",
    "checked", "confirm", "confirmed", "complete", "completed", "full", "daily", "nightly", "hourly", "automated",
    "automatic", "enabled", "available", "exists", "ready", "erstellen", "erstellt", "angelegt", "prüfen", "geprüft",
    "vorhanden", "täglich", "testen", "getestet", "crear", "creada", "creado", "hacer", "verificar", "verificada",
    "verificado", "probar", "probada", "comprobar", "créer", "créée", "faire", "faite", "vérifier", "vérifiée",
    "tester",
    "testée", "quotidienne",
]

private let confirmingWords: Set<String> = [
    "confirm", "confirms", "confirmed", "confirmation", "approve", "approved", "approval", "approves", "sign-off",
    "signoff", "dry", "dry-run", "double-check", "asks", "certain", "sure", "permission", "archive", "archived",
    "export",
    "exported", "copy", "copied", "bestätigen", "bestätigt", "bestätigung", "freigabe", "freigegeben", "trockenlauf",
    "probelauf", "rückfrage", "kopie", "exportieren", "confirmar", "confirmación", "aprobar", "aprobación", "copia",
    "simulacro", "exportar", "confirmer", "confirmation", "approuver", "approbation", "valider", "copie", "exporter",
]
