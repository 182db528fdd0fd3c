extension Vocabulary {
    /// What a limit is for: what is done when it is broken, or must hold before the plan goes on.
    static let limitWords: [WordList] = [
        WordList(
            .goBack,
            """
            roll+back rolls+back rolled+back rolling+back go+back goes+back going+back pull+back pulls+back \
            pulled+back back+out flip+back flips+back switch+back switches+back turn+back move+back fall+back revert reverts reverting reverted rollback
            """,
            german: """
                fährt+zurück fahren+zurück gehen+zurück geht+zurück rollen+zurück rollt+zurück zurückgerollt \
                zurückgefahren zurückrollen zurückfahren zurückgehen zurückkehren \
                zurückgenommen zurückgesetzt zurückgedreht umkehren rückbau
                """,
            spanish: """
                marcha+atrás volver+atrás volvemos+atrás vuelta+atrás volver+atras revertir revertimos revierte \
                voltar voltamos volta volver+al volver+a vuelve+al volvemos+al vuelven+al vuelve+atrás regresar regresamos
                """,
            french:
                "retour+arrière en+arrière annuler annule annulons annulation on+revient revient+à revenir+à revenons+à"
        ),
        WordList(
            .returning,
            """
            set put flip switch turn move take pull roll go step dial drop sets puts flips switches turns moves takes \
            pulls rolls goes steps drops
            """,
            german: """
                fahren fährt gehen geht kehren kehrt rollen rollt stellen stellt schalten schaltet drehen dreht nehmen \
                nimmt setzen setzt ziehen brechen bricht breche
                """,
            spanish: "volver vuelve volvemos poner", french: "revenir revient revenons remettre"),
        WordList(
            .stopSign,
            """
            halting aborting kill+switch killswitch tripwire tripwires red+line red+lines circuit+breaker \
            circuit+breakers showstopper showstoppers dealbreaker dealbreakers
            """,
            german: """
                abbruchkriterium abbruchkriterien abbruchbedingung abbruchbedingungen abbruchschwelle abbruchschwellen \
                rollbackkriterien rückfallkriterien stoppkriterien notbremse
                """),
        WordList(
            .switchingOff, "switch+off switched+off turn+off turned+off disable disabled",
            german: "abschalten abgeschaltet ausschalten",
            spanish: "desactivar desactivamos apagar", french: "désactiver couper"),
        WordList(.noGo, "no+go nogo"),
        WordList(.rule, "rule rules", german: "regel regeln", spanish: "regla reglas", french: "règle règles"),
        WordList(
            .triggerNoun, "trigger triggers triggered", german: "auslöser", spanish: "disparador disparadores gatilho",
            french: "déclencheur déclencheurs"),
        WordList(
            .when, "if when whenever once while as+soon as+long in+case",
            german: "wenn falls sobald sofern wann solange im+fall im+falle im+fehlerfall",
            spanish: "si cuando cuándo mientras se quando en+caso",
            french: "si quand lorsque lorsqu'il s'il s'ils dès en+cas"),
        WordList(
            .supposing, "should with at upon on",
            german: "sollte sollten steigt steigen liegt liegen fällt fallen sinkt überschreitet übersteigt bei ab",
            spanish: "con ante", french: "avec en"),
        WordList(.only, "only", german: "nur erst", spanish: "solo sólo solamente só", french: "seulement uniquement"),
        WordList(
            .notify,
            """
            alert alerts alerted page pages notify notifies inform informs tell tells call calls talk contact escalate \
            escalates warn warns investigate ping
            """,
            german: "benachrichtigen informieren melden alarmieren anrufen eskalieren warnen",
            spanish: "avisar avisa avisamos informar notificar llamar alertar",
            french: "avertir prévenir informer alerter appeler"),
        WordList(
            .proceed,
            """
            proceed proceeds go continue continues leave start starts begin begins advance advances promote promoted \
            ship satisfies move+on moving+on
            """,
            german: "weiter übergang freigabe freigegeben fortfahren starten beginnt",
            spanish: "avance seguir seguimos continuar pasar pasamos avanzar empezar",
            french: "passe passer passage continuer continue avancer commencer aller"),
        WordList(
            .leaving, "leaves leave ends end exits closes over", german: "endet verlässt verlassen schließt",
            spanish: "termina acaba sale cierra", french: "finit termine quitte"),
        WordList(
            .holding, "hold wait freeze", german: "warten innehalten einfrieren", spanish: "esperar congelar",
            french: "attendre geler"),
        WordList(
            .finished, "done finished complete completed succeeded successful ready",
            german: "fertig abgeschlossen beendet erfolgreich bestanden",
            spanish: "terminado terminada completado lista",
            french: "terminé terminée fini achevé réussi"),
        WordList(
            .failure, "fails fail failed", german: "gescheitert fehlgeschlagen", spanish: "falla fracasa",
            french: "échoue échoué"),
        WordList(
            .leadsTo, "means mean triggers trigger causes cause leads requires reason reasons",
            german: "bedeutet führt heißt löst grund",
            spanish: "significa provoca implica motivo", french: "entraîne déclenche signifie raison"),
        WordList(
            .modal, "keep keeps maintain must should shall may needs has have required cannot can't",
            german: "muss müssen darf dürfen soll sollen sollte", spanish: "debe deben debería tiene",
            french: "doit doivent devrait"),
        WordList(
            .orMore, "or+more or+higher or+above or+greater or+better at+least minimum",
            german: "oder+mehr oder+höher mindestens",
            spanish: "o+más o+mas o+superior como+mínimo mínimo",
            french: "ou+plus au+moins ou+supérieur"),
        WordList(
            .orLess, "or+less or+fewer or+lower or+below at+most max tops", german: "oder+weniger höchstens maximal",
            spanish: "o+menos o+inferior como+mucho como+máximo", french: "ou+moins au+plus au+maximum"),
        WordList(
            .exceeding, "", german: "überschreiten überschreitet überschritten übersteigen übersteigt überstiegen"),
        WordList(.undercutting, "", german: "unterschreiten unterschreitet unterschritten"),
        WordList(
            .refusal, "not never no don't doesn't isn't aren't", german: "nicht nie niemals kein keine",
            spanish: "no nunca jamás", french: "ne pas jamais"),
        WordList(
            .prerequisite, "condition conditions criteria requirements prerequisites",
            german: "bedingung bedingungen voraussetzung voraussetzungen kriterien",
            spanish: "condición condiciones requisito requisitos criterios",
            french: "condition conditions prérequis critères"),
        WordList(
            .being, "be stay remain equal", german: "bei auf sein", spanish: "ser en permanecer",
            french: "être à rester égal"),
        WordList(
            .waiting, "until till unless", german: "bis", spanish: "hasta",
            french: "jusqu'à jusqu'au attendre attend attendez attendons"),
        WordList(
            .lasting, "longer since for", german: "länger seit für während", spanish: "hace durante",
            french: "depuis pendant"),
        WordList(
            .advancing,
            """
            advance go increase increased raise raised expand expanded ramp ramped promote promoted open opened move \
            proceed continue continued next change changed widen widened bump start started
            """,
            german: """
                erhöht erhöhen hochgefahren hochfahren gesteigert ausgeweitet weiter weitergehen freigeschaltet geöffnet \
                umgestellt gestartet fortgesetzt
                """,
            spanish: """
                sube subir subimos avanza avanzar avanzamos amplía ampliar ampliamos aumenta aumentar aumentamos pasa \
                pasar pasamos continúa continuar continuamos abre abrir abrimos cambia cambiamos
                """,
            french: """
                change changer changeons monte monter montons augmente augmenter augmentons passe passer passons élargit \
                élargir élargissons ouvre ouvrir ouvrons avance avancer avançons continue continuer continuons poursuit \
                poursuivre poursuivons
                """),
        WordList(.ahead, "before", german: "vor", spanish: "antes", french: "avant"),
        WordList(
            .staying, "stay stays remain remains never", german: "bleibt bleiben nie niemals",
            spanish: "queda quedan nunca", french: "reste restent jamais"),
        WordList(.zero, "zero", german: "null", spanish: "cero", french: "zéro"),
    ]

    /// Where the name of a measure begins and ends, in a sentence and in the key of a configuration.
    static let measureNameWords: [WordList] = [
        WordList(
            .article, "the a an our its", german: "der die das den dem ein eine", spanish: "el la los las un una",
            french: "le la les des un une l"),
        WordList(
            .pronoun, "we you they it there i we're you're they're it's there's he she", german: "wir sie es man",
            spanish: "nosotros hay", french: "nous vous ils il elle on"),
        WordList(.between, "between", german: "zwischen", spanish: "entre", french: "entre"),
        WordList(
            .phraseBound,
            """
            if when whenever once that which with without only and or until unless while before after than then \
            because so as where
            """,
            german: "wenn falls und oder mit ohne nur bis während nachdem bevor dass sobald",
            spanish: "si cuando que y e o con sin solo hasta antes mientras se quando",
            french: "si quand que et ou avec sans seulement lorsque avant après"),
        WordList(
            .placeLead, "in on at during for tagged against over from across", german: "in im auf bei am pro",
            spanish: "en na no durante", french: "dans sur pendant"),
        WordList(.periodLead, "within", german: "innerhalb binnen", spanish: "dentro"),
        WordList(.upTo, "up", german: "bis", spanish: "hasta", french: "jusqu'à"),
        WordList(
            .limitHolder,
            """
            thresholds limits gates gate guardrails guardrail watchdog alerts alerting abort rollback halt pause stop \
            autohalt autorollback tripwires slo slos sla kpis targets triggers
            """),
        WordList(
            .settingName,
            """
            window interval cooldown delay period replicas step steps weight size port version count retention ttl \
            schedule duration
            """),
        WordList(
            .patience, "timeout timeouts downtime sampling limit quota pool batches ttl discount",
            german: "ausfallzeit", spanish: "inactividad",
            french: "interruption"),
        WordList(.resource, "resources requests quota"),
        WordList(.shareKey, "rate ratio share percentage fraction"),
        WordList(
            .current, "current baseline today now before", german: "aktuell heute", spanish: "actual", french: "actuel"),
    ]
}
