extension Vocabulary {
    /// When something happens and how long it takes.
    static let timeWords: [WordList] = [
        WordList(.day, "day days", german: "tag tage", spanish: "día días dia dias", french: "jour jours"),
        WordList(
            .week, "week weeks", german: "woche wochen kw kalenderwoche", spanish: "semana semanas",
            french: "semaine semaines"),
        WordList(
            .weekday,
            "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday",
            german: "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
            spanish: "lun mar mié mie jue vie sáb sab dom lunes martes miércoles jueves viernes sábado domingo",
            french: "lun mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche"),
        WordList(.month, "month months", german: "monat monate", spanish: "mes meses", french: "mois"),
        WordList(.quarter, "q1 q2 q3 q4", german: "q1 q2 q3 q4", spanish: "t1 t2 t3 t4", french: "t1 t2 t3 t4"),
        WordList(
            .date, "date dates", german: "datum termin termine", spanish: "fecha fechas", french: ""),
        WordList(.planned, "planned on", german: "geplanter"),
        WordList(
            .duration, "duration length", german: "dauer laufzeit", spanish: "duración duracion",
            french: "durée duree"),
        WordList(
            .total, "total overall", german: "gesamt gesamtdauer gesamtzeit gesamtlaufzeit", spanish: "total",
            french: "total totale"),
        WordList(
            .time, "time budget rto",
            german: "zeit rollbackzeit rückfallzeit wiederherstellungszeit zeitbudget zeitbedarf",
            spanish: "tiempo", french: "temps délai"),
        WordList(
            .schedule, "schedule timeline timing timeframe when dates days",
            german: "zeitraum zeitrahmen zeitplan zeitfenster terminplan wann",
            spanish: "calendario cronograma plazo cuándo cuando",
            french: "calendrier période échéancier quand"),
        WordList(
            .start, "start starts begin begins from", german: "beginn von startdatum", spanish: "inicio comienzo",
            french: "début debut"),
        WordList(
            .end, "end ends until to finish", german: "ende bis enddatum", spanish: "fin final", french: "fin"),
        WordList(
            .since, "from starting starts start begins beginning since", german: "ab", spanish: "desde", french: "dès"),
        WordList(
            .until, "after by until till before ends ending", german: "nach bis vor", spanish: "hasta",
            french: "jusqu'à"),
        WordList(
            .watching, "monitor monitored watch watched observe observed hold soak bake",
            german: "beobachten beobachte beobachtet beobachtung überwachen halten",
            spanish: "observar vigilar monitorizar mantener", french: "surveiller observer maintenir observation"),
        WordList(
            .launch,
            "golive go+live goes+live launch cutover cut+over switchover switch+over release+date",
            german: "produktivsetzung livegang umschaltung inbetriebnahme", spanish: "lanzamiento corte",
            french: "lancement bascule"),
        WordList(.onward, "onward onwards forward"),
        WordList(
            .rest, "freeze buffer slack holiday holidays weekend pause break soak",
            german: "puffer feiertag feiertage wochenende pufferzeit", spanish: "festivo festivos congelación",
            french: "gel férié fériés"),
        WordList(
            .moment, "before during after pre post", german: "vor während nach", spanish: "antes durante", french: ""),
        WordList(
            .cadence, "hourly daily weekly updates update alerts reports report",
            german: "täglich wöchentlich stündlich",
            spanish: "", french: ""),
        WordList(
            .frequency, "hourly daily weekly every", german: "täglich wöchentlich stündlich jeden jede",
            spanish: "cada diario diaria semanal", french: "chaque quotidien quotidienne hebdomadaire"),
        WordList(
            .immediate, "immediate immediately instant instantly", german: "sofort sofortig unmittelbar",
            spanish: "inmediato inmediata", french: "immédiat immédiate immédiatement"),
        WordList(.notApplicable, "none na", german: "entfällt", spanish: "", french: ""),
        WordList(
            .effort, "effort person man staff", german: "arbeit aufwand personen pt",
            spanish: "esfuerzo persona personas",
            french: "effort homme hommes"),
        WordList(.work, "work effort", spanish: "trabajo", french: "travail"),
        WordList(
            .elsewhen, "before after ago earlier later apart old", german: "vorher vor nach bevor nachdem",
            spanish: "antes después", french: "avant après"),
        WordList(
            .saying, "is takes needs within in be will only just",
            german: "ist dauert beträgt braucht innerhalb in binnen",
            spanish: "es tarda lleva en", french: "est prend dure en sous"),
        WordList(
            .running, "runs run happens scheduled", german: "läuft findet vom", spanish: "corre del", french: "dure du"),
        WordList(
            .possible, "possible doable done complete finished", german: "möglich machbar abgeschlossen fertig",
            spanish: "posible", french: "possible faisable"),
        WordList(
            .rollbackLead, "way go going roll rolling", spanish: "vuelta marcha volver", french: "retour marche"),
        WordList(.countdown, "t d j"),
        WordList(.scheduleFiller, "on the at end of"),
        WordList(.rangeJoin, "to through and", german: "bis und", spanish: "a al y hasta", french: "à au et"),
        WordList(.rangeTo, "to", german: "bis", spanish: "a hasta", french: "à"),
    ]

    /// January to December.
    static let monthNames = [
        "jan january januar enero janvier", "feb february februar febrero février", "mar march märz mrz marzo mars",
        "apr april abril avril", "may mai mayo", "jun june juni junio juin", "jul july juli julio juillet",
        "aug august agosto août", "sep sept september septiembre septembre",
        "oct october okt oktober octubre octobre", "nov november noviembre novembre",
        "dec december dez dezember diciembre décembre",
    ]

    /// One to ten.
    static let spelledNumbers = [
        "one eine una une", "two zwei dos deux", "three drei tres trois", "four vier cuatro quatre",
        "five fünf cinco cinq", "six sechs", "seven", "eight", "nine", "ten",
    ]
}
