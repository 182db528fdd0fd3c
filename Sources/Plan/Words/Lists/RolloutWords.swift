extension Vocabulary {
    /// How a change reaches the users, and how it is taken back.
    static let rolloutWords: [WordList] = [
        WordList(
            .rollout, "rollout canary ramp traffic users customers percent percentage pct",
            german: "ausrollen ausrollung auslieferung nutzer benutzer kunden nutzern",
            spanish: "despliegue usuarios clientes", french: "déploiement utilisateurs"),
        WordList(.rolloutNoun, "rollout"),
        WordList(.releasePart, "deployment release group phase stage step level"),
        WordList(
            .raise, "ramp raise increase expand scale grow roll", german: "erhöhen steigern ausweiten",
            spanish: "aumentar ampliar", french: "augmenter élargir"),
        WordList(
            .enable, "enable enabled activate turn switch ramp roll raise increase",
            german: "aktivieren aktiviere einschalten freischalten", spanish: "activar habilitar", french: "activer"),
        WordList(
            .disable, "disable disabled deactivate kill", german: "deaktivieren abschalten ausschalten",
            spanish: "desactivar deshabilitar", french: "désactiver"),
        WordList(
            .flag, "flag flags toggle toggles", german: "schalter", spanish: "bandera banderas", french: "drapeau"),
        WordList(.flagContainer, "flag flags toggle toggles features"),
        WordList(
            .share, "percent percentage pct traffic share", german: "anteil prozent", spanish: "porcentaje",
            french: "pourcentage"),
        WordList(
            .percentKey,
            """
            rollout percent percentage pct rolloutpercent rolloutpercentage rollout_percent rollout_percentage \
            rollout_pct traffic trafficpercent exposure
            """),
        WordList(
            .flagName,
            """
            flag feature features toggle enable enabled disable disabled rollout pct percent percentage canary use \
            experimental
            """),
        WordList(.shareName, "rollout pct percent percentage canary"),
        WordList(
            .verify,
            """
            verify check confirm monitor watch validate ensure review test observe measure document keep keeps
            """,
            german: "prüfen prüfe überwachen", spanish: "verificar comprobar", french: "vérifier"),
        WordList(.condition, "if unless should", german: "falls wenn", spanish: "si", french: "si"),
        WordList(
            .negation, "not don't never without lower reduce decrease no", german: "nicht kein", french: "ne pas"),
        WordList(
            .insider, "internal staff employees testers team staging", german: "interne internen mitarbeiter",
            spanish: "internos", french: "internes"),
    ]

    static let rollbackWords: [WordList] = [
        WordList(
            .rollback, "rollback rollbacks revert backout fallback",
            german: """
                rückfall zurückrollen rückabwicklung rücksetzung zurücksetzen rückkehr rückfallplan rollbackplan \
                rollbackzeit rückfallzeit rückfallebene
                """,
            spanish: "reversión reversion revertir", french: "réversion retour+arrière"),
        WordList(.recovery, "rto", german: "wiederanlaufzeit", spanish: "rto", french: "rto"),
        WordList(
            .trigger, "trigger triggers condition conditions criteria when abort if",
            german: "auslöser abbruchkriterium abbruchkriterien abbruchbedingung abbruchbedingungen",
            spanish: "condiciones disparadores disparador", french: "déclencheurs déclencheur"),
        WordList(.occasion, "trigger triggers when scenario", german: "auslöser", spanish: "", french: "déclencheur"),
        WordList(
            .halt, "halt stop abort pause hold",
            german: "abbruch abbrechen abbruchkriterium abbruchkriterien abbruchbedingung abbruchbedingungen stoppen",
            spanish: "abortar detener", french: "arrêt arrêter"),
        WordList(.pause, "pause hold"),
        WordList(.triggerAction, "halt abort pause"),
        WordList(
            .action, "action response reaction", german: "aktion maßnahme", spanish: "acción", french: "action"),
        WordList(.symptom, "condition symptom"),
        WordList(
            .notProcedure,
            """
            trigger triggers criteria when conditions decision communication verification verify checklist test tests \
            testing monitoring post after overview matrix metrics success lessons contact contacts drill drills \
            rehearsal readiness escalation reference
            """,
            german: "abbruchkriterium abbruchkriterien abbruchbedingungen", spanish: "condiciones", french: ""),
        WordList(
            .beside,
            """
            if alongside together otherwise else background parallel meanwhile before beforehand optional optionally
            """,
            german: "falls wenn sonst vorher", spanish: "si", french: "si sinon"),
    ]
}
