extension Vocabulary {
    /// What documents leave open, how they refer to each other, and how they say that something was looked at.
    static let documentWords: [WordList] = [
        WordList(
            .placeholder,
            """
            todo tbd tba tbc fixme xxx lorem be+determined be+decided be+defined be+confirmed be+announced be+agreed
            """,
            german: "noch+festzulegen zu+klären noch+offen noch+unklar",
            spanish: "por+definir por+determinar por+confirmar",
            french: "à+définir à+déterminer à+compléter à+confirmer à+préciser"),
        WordList(
            .fillIn, "insert enter fill your add describe", german: "einfügen eintragen ergänzen",
            spanish: "insertar completar", french: "insérer renseigner compléter"),
        WordList(
            .blank,
            """
            name names date time link url owner team person value number channel version percent percentage role email \
            phone id title reason duration system service environment
            """,
            german: "datum uhrzeit kanal wert zahl ansprechpartner verantwortlicher grund",
            spanish: "nombre fecha hora enlace equipo valor número canal responsable",
            french: "nom heure lien équipe valeur numéro canal responsable"),
        WordList(
            .openPoint,
            """
            todo todos to-do to-dos backlog open unresolved undecided questions question unknowns next+steps follow-up \
            follow-ups gaps
            """,
            german: "offen offene offener klärungsbedarf fragen",
            spanish: "abiertos abiertas pendiente pendientes preguntas",
            french: "ouverts ouvertes attente questions"),
        WordList(
            .filledLater,
            """
            status state actual actuals result results outcome outcomes signature signatures signed approved approval \
            sign-off signoff note notes comment comments remark remarks measured lessons retro log done initials ok
            """,
            german: "stand ist ergebnis ergebnisse unterschrift abgenommen abnahme bemerkung bemerkungen notizen",
            spanish: "estado real resultado resultados firma aprobado aprobación notas comentarios observaciones",
            french: "statut état réel résultat résultats signature approbation remarques commentaires"),
        WordList(
            .fileElsewhere,
            """
            will write writes written create creates created generate generates generated export exports output save \
            saved produce produced copy copies rename renamed move moved delete deleted remove removed old former new \
            draft drafts repo repos repository repositories wiki drive upstream yet later future planned follows e.g \
            example archived archive template attach attached separate missing pending todo tbd
            """,
            german: """
                wird werden erstellen erstellt anlegen angelegt schreiben geschrieben erzeugen erzeugt exportieren kopieren \
                umbenannt verschoben gelöscht alte alten neue neuen noch folgt später geplant entwurf vorlage repositorium \
                fehlt beispiel
                """,
            spanish: """
                será crear creado escribir generar generado exportar copiar renombrado movido borrado antiguo nuevo nueva \
                todavía aún repositorio plantilla falta futuro pendiente ejemplo
                """,
            french: """
                sera créer créé écrire rédiger générer généré exporter copier renommé déplacé supprimé ancien nouveau \
                nouvelle encore dépôt modèle manque futur exemple
                """),
        WordList(
            .owner, "owner owners responsible assignee assigned dri accountable who",
            german: "verantwortlich verantwortliche verantwortlicher zuständig zuständige wer",
            spanish: "responsable responsables encargado encargada quién", french: "responsable responsables pilote qui"
        ),
        WordList(
            .accepted,
            """
            accept accepted accepting acceptable closed resolved mitigated gone obsolete negligible transferred none \
            tolerated
            """,
            german: "akzeptiert akzeptieren getragen erledigt geschlossen entfällt behoben",
            spanish: "aceptado aceptada aceptamos cerrado cerrada resuelto asumido",
            french: "accepté acceptée accepter clos close résolu assumé"),
        WordList(
            .checking,
            """
            verify verifies verified verifying verification check checks checked checking recheck confirm confirms \
            confirmed confirmation monitor monitors monitored monitoring watch watches watching validate validates \
            validated validating validation ensure ensures test tests tested testing observe observes observed observing \
            measure measures compare compares comparing reconcile reconciles reconciled reconciliation inspect inspects \
            assert asserts smoke health healthy unhealthy healthcheck healthz probe probes sanity until expect expects \
            expected should look looks see sees dashboard dashboards graph graphs metrics green baseline normal stable \
            recovers recovered recovery matches sure verifiable sample spot audit evidence proof prove eyeball drops \
            returns zero
            """,
            german: """
                prüfen prüfe prüft geprüft prüfung überprüfen überprüfe überprüfung nachprüfen kontrollieren kontrolliere \
                kontrolle überwachen überwache überwachung beobachten beobachte beobachtung testen teste test tests \
                verifizieren verifizierung validieren validierung sicherstellen abgleichen abgleich vergleichen vergleich \
                stichprobe stichproben messen bestätigen bestätigt bestätigung kennzahlen nachsehen ansehen anschauen \
                erreichbar grün
                """,
            spanish: """
                verificar verifica verificamos verificación comprobar comprueba comprobamos comprobación revisar revisa \
                revisión confirmar confirma validar valida validación vigilar vigila observar observa probar prueba \
                pruebas asegurar medir mirar mira comparar monitorizar monitorear monitoreo hasta debe esperado
                """,
            french: """
                vérifier vérifie vérifiez vérification contrôler contrôle contrôles confirmer confirme valider valide \
                surveiller surveille surveillance tester teste observer observe assurer mesurer comparer regarder \
                constater jusqu'à attendu doit
                """),
        WordList(
            .checkCommand,
            """
            curl wget health healthz readyz livez ready status get describe logs log check checks verify test tests \
            smoke grep select count diff watch wait ping dig nslookup show list history top ps tail head cat compare \
            validate assert monitor metrics query lag probe is-active inspect ls info version
            """),
        WordList(
            .returnWord,
            """
            rollback rollbacks revert reverts reverted reverting restore restores restored restoring undo undone reverse \
            reversed reversible irreversible one-way back backout fallback failback downgrade previous off disable \
            disabled disables deactivate kill killswitch abort recover recovery return unwind withdraw recall retract \
            forward
            """,
            german: """
                zurück zurückrollen zurücksetzen zurückschalten zurückdrehen zurücknehmen rückgängig rückfall rückkehr \
                rückweg rückbau wiederherstellen wiederherstellung unumkehrbar umkehrbar aus abschalten ausschalten \
                deaktivieren abbruch abbrechen
                """,
            spanish: """
                revertir reversión reversible irreversible restaurar restauración atrás volver deshacer apagar desactivar \
                deshabilitar retroceder retroceso anterior abortar
                """,
            french: """
                retour arrière revenir restaurer restauration réversible irréversible repli annuler éteindre désactiver \
                précédente abandon
                """),
    ]
}
