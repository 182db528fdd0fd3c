extension Vocabulary {
    /// How a plan is watched: who is told and where, what happens by itself, how often a view is renewed.
    static let monitoringWords: [WordList] = [
        WordList(
            .automatic, "automatic automatically automated auto autonomous",
            german: """
                automatisch automatische automatischer automatisches automatischen automatisiert
                """, spanish: "automático automática automáticos automáticas automáticamente automatizado",
            french: "automatique automatiques automatiquement automatisé"),
        WordList(
            .manual, "manual manually by+hand", german: "manuell manuelle manueller manuelles manuellen händisch",
            spanish: "manualmente", french: "manuel manuelle manuellement"),
        WordList(
            .posting,
            """
            post posts posted posting announce announces announced announcement write writes written say says said \
            message messages send sends sent notify notifies notified tell tells told inform informs informed ping pings \
            alert alerts share shares page pages update updates
            """,
            german: """
                posten poste melden melde meldet gemeldet meldung ankündigung schreiben schreibe schreibt ankündigen angekündigt mitteilen \
                informieren informiert benachrichtigen nachricht senden sendet
                """,
            spanish: """
                publicar publica publicamos avisar avisa avisamos aviso anunciar anuncia anunciamos escribir escribe \
                informar informa notificar notifica comunicar comunica enviar envía
                """,
            french: """
                publier publie poster annoncer annonce annoncé écrire écrit prévenir prévient informer informe notifier \
                notifie signaler signale envoyer envoie
                """),
        WordList(
            .channel, "channel channels", german: "kanal kanäle", spanish: "canal canales", french: "canal canaux"),
        WordList(
            .escalation, "escalate escalates escalated escalating escalation escalations",
            german: "eskalieren eskaliert eskalation eskalationen eskalationsstufe eskalationsstufen eskalationszeit",
            spanish: "escalar escala escalado escalamos escalación escalamiento",
            french: "escalader escalade escaladé escalades"),
        WordList(
            .unbounded, "unlimited unbounded uncapped infinite no+limit without+limit unrestricted",
            german: "unbegrenzt unlimitiert unbeschränkt ohne+begrenzung ohne+limit keine+grenze",
            spanish: "ilimitado ilimitada ilimitados ilimitadas sin+límite",
            french: "illimité illimitée illimités illimitées sans+limite"),
        WordList(
            .approval,
            """
            approval approvals approve approves approved sign+off signoff signed+off signs+off intervention             interventions
            """,
            german: "freigabe freigaben genehmigung genehmigungen abnahme eingriff eingriffe",
            spanish: "aprobación aprobaciones aprueba autorización intervención intervenciones",
            french: "approbation approbations autorisation intervention interventions"),
        WordList(
            .decision, "decision decide decides", german: "entscheidung entscheiden entscheidet",
            spanish: "decisión decidir decide", french: "décision décider décide"),
        WordList(
            .refresh, "refresh refreshes refreshed refreshing",
            german: "aktualisierungsintervall aktualisierungsrate", spanish: "refresco refresca refrescar",
            french: "rafraîchissement rafraîchit rafraîchi"),
    ]
}
