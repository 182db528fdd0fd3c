extension Vocabulary {
    /// What the parts of a plan and its documents are called.
    static let planWords: [WordList] = [
        WordList(
            .phase, "phase phases", german: "phase phasen projektphase", spanish: "fase fases", french: "phase phases"),
        WordList(
            .stage, "stage stages", german: "etappe etappen stufe stufen", spanish: "etapa etapas",
            french: "étape étapes palier paliers"),
        WordList(.wave, "wave waves", german: "welle wellen", spanish: "ola olas oleada", french: "vague vagues"),
        WordList(.sprint, "sprint sprints", german: "sprint", spanish: "sprint", french: "sprint"),
        WordList(
            .milestone, "milestone milestones", german: "meilenstein meilensteine", spanish: "hito hitos",
            french: "jalon jalons"),
        WordList(.tranche, "tranche", german: "tranche", spanish: "tramo", french: "tranche"),
        WordList(.ring, "ring", german: "ring", spanish: "anillo", french: "anneau"),
        WordList(.batch, "batch", german: "charge", spanish: "lote lotes tanda tandas", french: "lot lots"),
        WordList(.cohort, "cohort", german: "kohorte", spanish: "cohorte", french: "cohorte"),
        // Chapters are called so too.
        WordList(
            .part, "", german: "abschnitt abschnitte teilabschnitt bauabschnitt", spanish: "bloque bloques",
            french: "volet volets"),
        WordList(
            .step, "step stage phase", german: "schritt", spanish: "paso etapa fase", french: "étape"),
        WordList(.level, "level", german: "stufe", spanish: "nivel", french: "niveau"),
        WordList(
            .alternative, "scenario option alternative variant case", german: "szenario variante",
            spanish: "escenario", french: "scénario"),

        WordList(.strategy, "strategy plan", german: "strategie", spanish: "estrategia", french: "stratégie"),
        WordList(
            .timeline, "timeline schedule", german: "zeitplan ablaufplan", spanish: "calendario cronograma",
            french: "calendrier chronologie"),
        WordList(
            .checklist, "checklist checklists validation", german: "checkliste checklisten prüfliste",
            spanish: "checklist", french: "checklist"),
        WordList(.runbook, "runbook playbook cutover", german: "betriebshandbuch", spanish: "", french: ""),
        WordList(
            .communication, "communication communications stakeholder channels",
            german: "kommunikation kommunikationsplan", spanish: "comunicación comunicacion comunicaciones",
            french: ""),
        WordList(
            .userGroup, "user users cohort cohorts audience wave waves", german: "benutzer nutzer", spanish: "",
            french: ""),

        WordList(
            .status, "status state progress ok done complete completed", german: "status stand erledigt fertig",
            spanish: "estado hecho listo", french: "statut état fait"),
        WordList(
            .done, "done completed complete finished", german: "abgeschlossen erledigt fertig beendet fertiggestellt",
            spanish: """
                completado completada completo hecho hecha terminado terminada finalizado finalizada concluido \
                concluida concluído concluída
                """,
            french: "terminé terminée achevé achevée fini finie"),
        WordList(
            .task,
            "task tasks todo todos to-do checklist deliverable deliverables activities work items action actions",
            german: "aufgabe aufgaben tätigkeiten arbeiten", spanish: "tarea tareas actividades entregables",
            french: "tâche tâches activités livrables"),

        WordList(
            .phaseKind,
            """
            preparation prepare prep foundation groundwork discovery analysis design development implementation build \
            integration test tests testing pilot beta alpha canary cleanup clean stabilization stabilisation \
            stabilize optimization optimisation handover closure closing completion finish finalization training kickoff
            """,
            german: """
                vorbereitung analyse konzept entwurf entwicklung umsetzung aufbau pilotbetrieb abschluss nachbereitung \
                stabilisierung optimierung übergabe schulung tests aufräumen
                """,
            spanish: """
                preparación análisis diseño desarrollo implementación pruebas piloto cierre limpieza estabilización \
                optimización formación
                """,
            french: """
                préparation analyse conception développement tests pilote clôture nettoyage stabilisation optimisation \
                formation
                """),

        WordList(.numberHead, "no number num id", german: "nr nummer"),
        WordList(
            .ownerHead, "who owner owners by responsible team person role lead executor assignee driver",
            german: "wer zuständig verantwortlich verantwortliche rolle bereich",
            spanish: "quién quien responsable responsables equipo", french: "qui responsable équipe rôle"),
        WordList(
            .nameHead, "name title description what goal focus scope work content contents",
            german: "titel beschreibung was inhalt bezeichnung",
            spanish: "nombre descripción qué contenido", french: "nom titre quoi intitulé contenu"),
    ]

    /// What a plan may go wrong by, and what is done against it.
    static let riskWords: [WordList] = [
        WordList(.risk, "risk", german: "risiko", spanish: "riesgo risco", french: "risque"),
        WordList(.risks, "risks", german: "risiken", spanish: "riesgos", french: "risques"),
        WordList(
            .mitigation, "mitigation mitigations mitigate",
            german: "maßnahme maßnahmen gegenmaßnahme gegenmaßnahmen massnahme massnahmen risikominderung",
            spanish: "mitigación mitigacion mitigaciones", french: "atténuation atténuations mitigation"),
        WordList(.severityHead, "level severity impact", german: "auswirkung", spanish: "impacto", french: "impact"),
        WordList(.severe, "critical", german: "kritisch kritisches", spanish: "crítico", french: "critique"),
        WordList(.high, "high", german: "hoch hohes", spanish: "alto alta", french: "élevé élevée"),
        WordList(
            .medium, "medium moderate", german: "mittel mittleres", spanish: "medio media médio",
            french: "moyen moyenne"),
        WordList(
            .low, "low", german: "gering geringes niedrig niedriges", spanish: "bajo baja baixo", french: "faible"),
    ]

    /// What tells one part of a document from another, and headings that say nothing of a service or an environment.
    static let scopeWords: [WordList] = [
        WordList(
            .aside, "example examples changelog template templates", german: "beispiel beispiele vorlage vorlagen",
            spanish: "ejemplo ejemplos plantilla plantillas",
            french: "exemple exemples"),
        WordList(
            .record,
            """
            appendix sample template history changes old previous former past archive archived retrospective \
            deprecated lessons glossary
            """,
            german: "anhang historie", spanish: "historial", french: "historique annexe"),
        WordList(
            .past, "history archive archived retrospective postmortem former previous",
            german: "historie archiv rückblick", spanish: "historial histórico", french: "historique archives"),
        WordList(.production, "production prod live", german: "produktion", spanish: "producción", french: ""),
        WordList(
            .environment, "staging preprod preproduction dev uat qa sandbox demo", german: "testumgebung", spanish: "",
            french: "préproduction"),
        WordList(.trial, "test load stress soak benchmark baseline peak drill rehearsal sla slo"),
        WordList(
            .plain,
            """
            the a an of for and or to in on with by our we what how when per at as is are from plan planning migration \
            migrate rollout roll out release deployment deploy launch go cutover cut over strategy timeline schedule \
            calendar date rollback back revert procedure runbook playbook checklist check list validation verification \
            monitoring monitor observability dashboard alert alerting alarm threshold limit target critical warning \
            level kpi kp key performance indicator metric measure measurement success criteria criterion goal \
            objective acceptance exit entry gate technical business overview summary introduction detail detailed \
            general setup configuration config setting feature flag toggle team operation operational document doc \
            guide overall global main complete final new current readme index status project program emergency full \
            system service application app execution gradual step quality health table definition escalation response \
            communication reference section number value data reporting report tracking trigger condition action risk
            """,
            german: """
                migrationsplan aktionsplan umstellungsplan ablaufplan kennzahl kennzahlen schwellenwert schwellenwerte grenzwert grenzwerte zeitplan \
                übersicht überwachung strategie rückfall erfolgskriterien ziel ziele alarme und der die das für ablauf \
                einführung checkliste
                """,
            spanish: """
                métrica umbral umbrale indicadore clave rendimiento estrategia calendario migración despliegue \
                objetivo alerta criterio éxito supervisión de del la el los las y
                """,
            french: """
                indicateur clé seuil stratégie calendrier déploiement objectif surveillance critère succès alerte le \
                les et des du
                """),
    ]
}
