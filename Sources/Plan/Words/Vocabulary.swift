/// The words that plans are written with, in English, German, Spanish and French; matched whole, never inside another word.
package enum Vocabulary {
    /// What a plan calls its stages, with the English name.
    package static let phaseWords: [String: String] = [
        "phase": "phase", "phases": "phase", "stage": "stage", "wave": "wave", "sprint": "sprint",
        "milestone": "milestone",
        "etappe": "stage", "stufe": "stage", "welle": "wave", "meilenstein": "milestone",
        "fase": "phase", "etapa": "stage", "ola": "wave", "hito": "milestone", "étape": "stage", "vague": "wave",
        "jalon": "milestone",
    ]
    package static let dayWords: Set<String> = [
        "day", "days", "tag", "tage", "día", "días", "dia", "dias", "jour", "jours",
    ]
    package static let weekWords: Set<String> = [
        "week", "weeks", "woche", "wochen", "semana", "semanas", "semaine", "semaines",
    ]
    package static let monthWords: Set<String> = ["month", "months", "monat", "monate", "mes", "meses", "mois"]
    package static let sprintWords: Set<String> = ["sprint", "sprints"]

    package static let durationKeys: Set<String> = [
        "duration", "dauer", "duración", "duracion", "durée", "duree", "length",
    ]
    /// What a field on time is called; durations are lengths of time too.
    package static let timeKeys: Set<String> = durationKeys.union(["time", "zeit", "tiempo", "temps", "rto", "budget"])
    package static let limitKeys: Set<String> = ["threshold", "thresholds", "limit", "limits", "slo", "slos"]
    package static let scheduleKeys: Set<String> = [
        "schedule", "timeline", "timing", "timeframe", "when", "dates", "days", "zeitraum", "zeitplan", "calendario",
        "calendrier",
    ]
    /// What stands before the first day of something, and what before its last.
    package static let fromWords: Set<String> = [
        "from", "starting", "starts", "start", "begins", "beginning", "since", "ab", "desde", "dès",
    ]
    package static let untilWords: Set<String> = [
        "after", "nach", "by", "until", "till", "before", "ends", "ending", "bis", "vor", "hasta", "jusqu'à",
    ]
    package static let startKeys: Set<String> = [
        "start", "starts", "begin", "begins", "from", "beginn", "von", "inicio", "début", "debut",
    ]
    package static let endKeys: Set<String> = [
        "end", "ends", "until", "to", "finish", "ende", "bis", "fin", "final",
    ]
    package static let dateWords: Set<String> = ["date", "dates", "datum", "termin", "fecha"]
    /// What may stand beside the word that names a length of time, without saying of what else it is the length.
    package static let amountQualifiers: Set<String> = [
        "estimated", "expected", "planned", "total", "overall", "approximate", "approx", "target", "maximum", "max",
        "typical", "est", "geschätzte", "geplante", "estimada", "estimado", "prevista", "estimée", "prévue", "budget",
        "limit", "objective", "to", "complete", "completion", "execution", "recovery", "the", "of", "for", "phase",
        "stage", "procedure", "full", "required", "needed", "level", "step",
    ]
    package static let numberWords: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "una": 1, "dos": 2, "tres": 3, "cuatro": 4,
        "cinco": 5, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    ]
    package static let riskKeys: Set<String> = ["risk", "risiko", "riesgo", "risque"]
    package static let mitigationKeys: Set<String> = [
        "mitigation", "mitigations", "mitigate", "maßnahme", "maßnahmen", "gegenmaßnahme", "gegenmaßnahmen",
        "mitigación", "mitigacion", "atténuation",
    ]
    package static let rollbackWords: Set<String> = [
        "rollback", "rollbacks", "revert", "backout", "rückfall", "zurückrollen", "reversión", "reversion", "fallback",
    ]
    package static let targetWords: Set<String> = [
        "target", "targets", "goal", "slo", "ziel", "zielwert", "sollwert", "objetivo", "meta", "objectif", "cible",
        "threshold",
    ]
    package static let warningWords: Set<String> = [
        "alert", "alerts", "warning", "warn", "warnings", "warnung", "alarm", "advertencia", "alerta", "avertissement",
        "alerte", "yellow",
    ]
    package static let criticalWords: Set<String> = [
        "critical", "kritisch", "crítico", "critico", "critique", "page", "abort", "halt", "failed", "red", "emergency",
    ]
    package static let successWords: Set<String> = [
        "success", "acceptance", "criteria", "criterion", "erfolg", "erfolgskriterien", "éxito", "exito", "criterios",
        "succès", "critères", "indicators", "gate", "gates",
    ]
    package static let enableWords: Set<String> = [
        "enable", "enabled", "activate", "turn", "switch", "aktivieren", "aktiviere", "einschalten", "activar",
        "activer",
        "ramp", "roll", "raise", "increase",
    ]
    /// Ways to say that a share grows.
    package static let raiseWords: Set<String> = [
        "ramp", "raise", "increase", "expand", "scale", "grow", "roll", "erhöhen", "steigern", "aumentar", "augmenter",
    ]
    package static let disableWords: Set<String> = [
        "disable", "disabled", "deactivate", "deaktivieren", "abschalten", "desactivar", "désactiver", "kill",
    ]
    package static let rolloutWords: Set<String> = [
        "rollout", "canary", "ramp", "traffic", "users", "customers", "nutzer", "benutzer", "kunden", "usuarios",
        "clientes", "utilisateurs", "percent", "percentage", "pct", "ausrollen", "despliegue",
        "déploiement",
    ]
    package static let immediateWords: Set<String> = [
        "immediate", "immediately", "instant", "sofort", "inmediato", "inmediata", "immédiat", "immédiate", "instantly",
    ]
}
