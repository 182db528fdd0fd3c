import Plan
import SourceText

extension DocumentOutline {
    /// Lines, cells and titles that tell of copies that are kept or brought back, and of somebody who confirms.
    ///
    /// - Parameter besideDanger: Confirmations matter only beside commands that may destroy.
    func readPrecautions(besideDanger: Bool) -> [Precaution] {
        planSections.flatMap { section -> [Precaution] in
            var found = precautions(section.title, besideDanger) + occasions(section)
            if besideDanger || section.lineClasses.intersects([.backup, .restoring]) {
                found += section.lines.flatMap { precautions($0.text, besideDanger) }
            }
            for table in section.tables {
                for row in table.rows { found += row.cells.flatMap { precautions($0, besideDanger) } }
            }
            return found
        }
    }

    /// Items below `Rollback conditions`, `Wann wir zurückgehen`, `Roll back if:`.
    private func occasions(_ section: OutlineSection) -> [Precaution] {
        let isTitled = section.title.mentions(.rollback) && section.title.mentions(occasionWords)
        guard isTitled || stands(section, under: .rollback) else { return [] }
        let tells = isTitled ? [] : section.tellsOccasion
        return section.lines.enumerated().compactMap { index, line in
            guard line.isItem, isTitled || tells[index] else { return nil }
            return Precaution(kind: .occasion, text: line.text.text, span: line.text.span)
        }
    }

    private func precautions(_ text: ReadText, _ besideDanger: Bool) -> [Precaution] {
        var kinds: [Precaution.Kind] = []
        let restores = text.mentions(.restoring)
        if restores { kinds.append(.restoring) }
        if text.mentions(.backup), !restores || text.says(makingWords) { kinds.append(.copy) }
        if kinds.isEmpty, besideDanger, text.says(confirmingWords) { kinds.append(.confirmation) }
        return kinds.map { Precaution(kind: $0, text: text.text, span: text.span) }
    }
}

private let occasionWords: WordClassSet = [
    .trigger, .triggerNoun, .occasion, .criterion, .when, .prerequisite, .stopSign,
]

/// English, German, Spanish and French: what is done with a copy other than bringing it back.
private let makingWords: WordSet = [
    "take", "taken", "takes", "create", "created", "make", "made", "verify", "verified", "test", "tested", "check",
    "checked", "confirm", "confirmed", "complete", "completed", "exists", "erstellen", "erstellt", "angelegt", "prüfen",
    "geprüft",
    "vorhanden", "testen", "getestet", "crear", "creada", "creado", "hacer", "verificar", "verificada",
    "verificado", "probar", "probada", "comprobar", "créer", "créée", "faire", "faite", "vérifier", "vérifiée",
    "tester",
    "testée",
]

private let confirmingWords: WordSet = [
    "confirm", "confirms", "confirmed", "confirmation", "approve", "approved", "approval", "approves", "sign-off",
    "signoff", "dry", "dry-run", "double-check", "asks", "certain", "sure", "permission", "archive", "archived",
    "export",
    "exported", "copy", "copied", "bestätigen", "bestätigt", "bestätigung", "freigabe", "freigegeben", "trockenlauf",
    "probelauf", "rückfrage", "kopie", "exportieren", "confirmar", "confirmación", "aprobar", "aprobación", "copia",
    "simulacro", "exportar", "confirmer", "confirmation", "approuver", "approbation", "valider", "copie", "exporter",
]
