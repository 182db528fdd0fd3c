extension Vocabulary {
    /// What is measured, the limits it is held against, and when a plan has succeeded.
    static let measureWords: [WordList] = [
        WordList(
            .target, "target targets goal slo threshold", german: "ziel zielwert sollwert",
            spanish: "objetivo meta", french: "objectif cible"),
        WordList(
            .warning, "alert alerts warning warn warnings yellow",
            german: "warnung alarm warnschwelle warngrenze eingriffsgrenze eingriffsschwelle",
            spanish: "advertencia alerta aviso", french: "avertissement alerte"),
        WordList(.alerting, "alerting"),
        WordList(
            .critical, "critical crit page abort halt failed red bad emergency", german: "kritisch kritische",
            spanish: "crítico critico crítica",
            french: "critique grave"),
        WordList(
            .limit, "threshold thresholds limit limits slo slos",
            german: "schwellwert schwellwerte schwellenwert schwellenwerte grenzwert grenzwerte schwelle schwellen",
            spanish: "umbral umbrales límite límites", french: "seuil seuils limite limites"),
        WordList(
            .thresholdNoun, "threshold", german: "schwellwert schwellenwert grenzwert schwelle", spanish: "umbral",
            french: "seuil"),
        WordList(.goal, "target goal objective"),
        WordList(
            .aim, "objective objectives goal goals", german: "ziel ziele", spanish: "objetivo objetivos",
            french: "objectif objectifs"),
        WordList(.bound, "max min"),
        WordList(
            .metric, "metric metrics measure kpi indicator signal sli", german: "metrik kennzahl messgröße",
            spanish: "métrica indicador señal", french: "métrique indicateur"),
        WordList(
            .indicator, "indicators indicator metrics measures", german: "kennzahlen", spanish: "indicadores",
            french: "indicateurs"),
        WordList(.serviceLevel, "kpi kpis sla slo slos"),
        WordList(
            .success, "success acceptance", german: "erfolg erfolgskriterien abnahme abnahmekriterien erfolgskriterium",
            spanish: "éxito exito aceptación", french: "succès acceptation"),
        WordList(
            .criterion, "criteria criterion", german: "kriterien kriterium", spanish: "criterios criterio",
            french: "critères critère"),
        WordList(.criterionTitle, "checks indicators guardrail guardrails"),
        WordList(
            .gate,
            """
            gate gates exit+criteria exit+criterion exit+conditions exit+condition exit+requirements entry+criteria \
            entry+criterion entry+conditions acceptance+criteria acceptance+criterion success+criteria
            """,
            german: """
                freigabekriterien freigabekriterium freigabebedingungen ausstiegskriterien eintrittskriterien \
                austrittskriterien abschlusskriterien akzeptanzkriterien startkriterien übergangskriterien \
                abnahmekriterien abnahmekriterium erfolgskriterien erfolgskriterium
                """),
        WordList(
            .wanting, "want wants require requires demand demands aim+for aims+for",
            german: "wollen möchten fordern verlangen anstreben",
            spanish: "queremos buscamos exigimos pretendemos", french: "voulons veut exigeons visons souhaitons"),
        WordList(
            .expecting, "expect expects expected looking+for", german: "erwarten erwartet erwartung",
            spanish: "esperamos esperado", french: "attendons attendu"),
        WordList(
            .seeing, "see have", german: "sehen haben", spanish: "ver tener", french: "voir avoir"),
        WordList(
            .watched, "watch monitor monitoring watchlist observability signals",
            german: "überwachung beobachten beobachtung monitoring",
            spanish: "vigilamos miramos vigilancia monitorización", french: "surveillance surveillons suivi"),
        WordList(
            .trouble,
            """
            lag latency error errors failures loss drift skew staleness p50 p90 p95 p99 delay incident incidents \
            outage outages complaint complaints crash crashes bug bugs p0 p1 sev1 sev2 lost corrupted
            """,
            german: """
                fehler verzug latenz ausfall ausfälle störung störungen vorfall vorfälle beschwerden abbrüche
                """,
            spanish: "latencia errores retraso incidencia incidencias quejas caídas reclamaciones",
            french: "latence erreurs retard incident incidents pannes réclamations plaintes"),
        WordList(
            .passage, "exit entry", german: "ausstieg einstieg eintritt austritt", spanish: "salida entrada",
            french: "sortie entrée"),
        WordList(.issue, "issues"),
        WordList(
            .value,
            """
            value values level limit limits at the when if new current alerting trigger expected prod production \
            staging before after old initial final minimum maximum
            """,
            german: "wert grenze schwelle schwellwert stufe", spanish: "valor umbral", french: "seuil valeur"),
        WordList(.limitLead, "at is if when"),
        WordList(
            .measureLead,
            """
            is are be stays stay remains remain reduced to drops drop falls rises goes reduce of at under threshold \
            was the and or gets go increases increase rising by differs fall grows climbs \
            degrades degrade worsens dips jumps spikes come comes down has have been fallen risen dropped climbed sits
            """,
            german: "ist sind bleibt liegt steigt um und bleiben liegen sein sinkt fällt beträgt",
            spanish: "está es va a y sea esté ser estar queda quede quedar permanece baja sube",
            french: "est reste et soit rester être demeure passe monte descend tombe"),
        WordList(.refresh, "refresh poll"),
        WordList(.channel, "channels"),
        WordList(.escalation, "escalation", german: "eskalation", spanish: "escalado", french: "escalade"),
    ]

    /// Little words around numbers and lengths of time.
    static let amountWords: [WordList] = [
        WordList(.of, "of", german: "von", spanish: "de", french: "de"),
        WordList(.to, "to"),
        WordList(.and, "and", german: "und", spanish: "y", french: "et"),
        WordList(.per, "per", german: "pro", spanish: "por", french: "par"),
        WordList(.each, "each"),
        WordList(
            .about, "about approximately approx ca circa", german: "etwa", spanish: "unos", french: "environ"),
        WordList(
            .amountQualifier,
            """
            estimated expected planned total overall approximate approx target maximum max typical est budget limit \
            objective to complete completion execution recovery recover restore revert service the of for phase stage \
            procedure full required needed level step
            """,
            german: "geschätzte geplante maximale erwartete voraussichtliche",
            spanish: "estimada estimado prevista máxima máximo de recuperación restauración total aproximado",
            french: "estimée estimé prévue prévu maximale maximal de rétablissement total totale"),
        WordList(
            .amountLead,
            """
            about approx approximately est estimated estimate ca circa time duration total target budget max maximum \
            expected rto
            """,
            german: "etwa dauer zeit", spanish: "unos", french: "environ"),
        WordList(
            .shareLead, "to at up with on for", german: "auf bei", spanish: "al a", french: "à"),
        WordList(.possessive, "of our all", german: "der des von", spanish: "de del", french: "de des du"),
        WordList(.beneficiary, "for", german: "für", spanish: "para", french: "pour"),
        WordList(
            .window, "for over during within in sustained", german: "für über während", spanish: "durante por",
            french: "pendant sur"),
        WordList(
            .windowFiller, "the last a at least more than any consecutive continuous for over",
            german: "mehr als die letzten",
            spanish: "más de los últimos", french: "plus de"),
        WordList(
            .average, "average avg mean", german: "durchschnitt durchschnittlich mittel", spanish: "promedio media",
            french: "moyenne moyen"),
        WordList(.median, "median"),
        WordList(.peak, "peak"),
        WordList(
            .halved, "halved halves halve half", german: "halbiert halbieren hälfte", spanish: "mitad", french: "moitié"
        ),
        WordList(
            .greatest, "max maximum", german: "maximal höchstwert maximalwert spitzenwert", spanish: "máximo máxima",
            french: "maximal maximale"),
        WordList(
            .least, "min minimum", german: "minimal mindestwert minimalwert tiefstwert", spanish: "mínimo mínima",
            french: "minimal minimale"),
        WordList(
            .percentile, "percentile percentiles", german: "perzentil", spanish: "percentil", french: "centile"),
    ]
}
