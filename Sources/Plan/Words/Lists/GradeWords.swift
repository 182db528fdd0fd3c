extension Vocabulary {
    /// Heads of columns that grade what is measured: what is well, what is looked at, what is not borne.
    static let gradeWords: [WordList] = [
        WordList(
            .fine,
            """
            healthy good ok okay green normal nominal expected fine pass passed acceptable tolerable want wanted desired \
            required should usual comfortable accept accepted
            """,
            german: """
                soll sollbereich grün normal normalbereich gut erwartet erwartung gewünscht akzeptabel unauffällig \
                zulässig
                """,
            spanish: "verde normal bien bueno esperado esperada deseado deseada aceptable requerido correcto sano",
            french: "vert normal normale bon attendu attendue souhaité souhaitée acceptable requis sain"),
        WordList(
            .worrying,
            """
            amber orange worry worried worrying concern concerning watch investigate caution attention look suspicious \
            degraded elevated
            """,
            german: "gelb orange vorsicht auffällig beobachten beobachtung achtung bedenklich prüfen",
            spanish: "amarillo ámbar naranja preocupante vigilar vigilancia precaución atención investigar",
            french: "jaune orange inquiétant inquiétante surveiller vigilance attention préoccupant"),
        WordList(
            .unacceptable,
            """
            blocks blocking blocker block fail fails failing failure unacceptable intolerable not+acceptable \
            not+ok alarming broken veto blockers reject rejected rejects
            """,
            german: "rot blockiert blockierend inakzeptabel nicht+akzeptabel durchgefallen unzulässig",
            spanish: "rojo bloquea bloqueante inaceptable no+aceptable fallo",
            french: "rouge bloque bloquant inacceptable échec"),
    ]
}
