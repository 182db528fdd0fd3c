extension Vocabulary {
    /// How a change reaches the users, and how it is taken back.
    static let rolloutWords: [WordList] = [
        WordList(
            .rollout, "rollout canary ramp traffic users customers percent percentage pct",
            german: "ausrollen ausrollung auslieferung nutzer benutzer kunden nutzern verkehr datenverkehr",
            spanish: "despliegue usuarios clientes tráfico", french: "déploiement utilisateurs clients trafic"),
        WordList(.rolloutNoun, "rollout"),
        WordList(
            .releasePart, "deployment release group phase stage step level part section",
            german: "teil abschnitt schritt",
            spanish: "parte sección paso", french: "partie volet étape"),
        WordList(
            .raise, "ramp raise increase expand scale grow roll",
            german: "erhöhen erhöhe erhöht steigern steigere ausweiten anheben hochfahren",
            spanish: "aumentar aumenta ampliar amplía subir sube subimos incrementar incrementa",
            french: "augmenter augmente élargir élargit monter monte passer passe"),
        WordList(
            .enable, "enable enabled enables activate activated activates turn switch flip ramp roll raise increase",
            german: """
                erhöhen erhöhe erhöht steigern steigere anheben hochfahren aktivieren aktiviere aktiviert einschalten eingeschaltet freischalten freigeschaltet scharfschalten \
                scharfgeschaltet
                """,
            spanish: """
                activar activa activan activamos activado activada habilitar habilita habilitamos encender enciende \
                aumentar aumenta ampliar amplía subir sube subimos incrementar incrementa encendemos activados activadas habilitado habilitada habilitados habilitadas
                """,
            french: """
                augmenter augmente élargir monter monte passer passe activer active activez activons activé activée \
                activés activées allumer allume
                """),
        WordList(
            .disable,
            """
            disable disabled disables deactivate kill turn+off turned+off turns+off switch+off switched+off stay+off \
            stays+off remain+off remains+off is+off are+off
            """,
            german: "deaktivieren deaktiviert abschalten abgeschaltet ausschalten ausgeschaltet bleibt+aus ist+aus",
            spanish: "desactivar desactiva desactivado deshabilitar apagar apagado apagada apagados apagadas",
            french: "désactiver désactivé désactivée éteindre éteint"),
        WordList(
            .flag,
            """
            flag flags toggle toggles feature+bit feature+bits feature+switch feature+switches feature+gate feature+gates \
            kill+switch kill+switches
            """,
            german: "schalter featureflag featureflags umschalter kippschalter merkmalsschalter",
            spanish: "bandera banderas interruptor interruptores conmutador conmutadores",
            french: "drapeau drapeaux interrupteur interrupteurs commutateur commutateurs"),
        WordList(
            .flagContainer, "flag flags toggle toggles features featureflags featuretoggles",
            german: "schalter umschalter", spanish: "banderas interruptores conmutadores",
            french: "drapeaux interrupteurs commutateurs"),
        WordList(.flagAdjective, "feature new a the", german: "neue ein", spanish: "una la", french: "un le"),
        WordList(
            .nameLink, "is are called named the name setting variable", german: "ist heißt namens der die einstellung",
            spanish: "es se llama llamada llamado la el ajuste", french: "est appelé nommé le la s'appelle réglage"),
        WordList(.switchNoun, "switch switches"),
        WordList(
            .switchOn, "on enable enabled true", german: "an ein", spanish: "encendido encendida activo ligado",
            french: "activé allumé"),
        WordList(
            .switchOff, "off disable disabled false kill archive delete remove", german: "aus", spanish: "apagado",
            french: "désactivé éteint"),
        WordList(.backward, "back", german: "zurück", spanish: "atrás vuelve", french: "arrière revenir"),
        WordList(
            .everyone, "everyone everybody all everything", german: "alle allen", spanish: "todos todas",
            french: "tous toutes"),

        WordList(.bothWord, "both", german: "beide", spanish: "ambos ambas", french: "deux"),
        WordList(.flagCommand, "flag flags feature features toggle toggles"),
        WordList(
            .flagTool,
            "ldcli launchdarkly unleash flipper flagsmith growthbook statsig configcat posthog flipt flagd optimizely variation"
        ),
        WordList(.programLead, "npx sudo env yarn pnpm dlx exec bundle run time bunx uvx poetry"),
        WordList(.askVerb, "list get show status describe ls check diff history watch"),
        WordList(.setVerb, "set update put patch rollout ramp scale add edit allow change bump target"),

        WordList(.nameKey, "name key id slug flagkey flagname"),
        WordList(
            .flagState, "enabled active on state status default defaultvalue default_value enable value",
            german: "aktiv aktiviert", spanish: "activo activa habilitado", french: "actif activé"),
        WordList(
            .flagStructure,
            """
            stages stage steps step strategy strategies parameters params config options settings ramp schedule targeting \
            rules rule default defaults fallthrough variations gradual progressive environments environment phases plan \
            data spec canary
            """),
        WordList(
            .preset, "default", german: "standard standardwert vorgabe voreinstellung",
            spanish: "defecto predeterminado",
            french: "défaut"),
        WordList(.weightPart, "weight value variation variant name on"),
        WordList(
            .plainSetting,
            """
            debug verbose log logs logging trace tracing metrics telemetry ssl tls https cors port host url cache cpu \
            memory heap disk sample sampling retry retries timeout pool dry ci test error errors usage quota alert \
            alerts backup backups
            """),
        WordList(
            .share, "percent percentage pct traffic share", german: "anteil prozent", spanish: "porcentaje",
            french: "pourcentage"),
        WordList(
            .percentKey,
            """
            rollout percent percentage pct rolloutpercent rolloutpercentage rollout_percent rollout_percentage \
            rollout_pct traffic trafficpercent exposure percentage_value percentage_of_actors percentage_of_time \
            percentageofactors coverage share
            """,
            german: "anteil prozent", spanish: "porcentaje", french: "part pourcentage"),
        WordList(
            .flagName,
            """
            ff flag feature features toggle enable enabled disable disabled rollout pct percent percentage canary use \
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
            .rollback,
            """
            rollback rollbacks revert reverts reverting backout fallback undo roll+back rolling+back back+out \
            backing+out fall+back go+back going+back way+back ways+back flip+back flips+back flipping+back switch+back \
            switching+back turn+back turning+back bail+out bailing+out escape+hatch plan+b undoing undone reverted downgrading yank \
            yanking failback fail+back failing+back swap+back swaps+back swapping+back swing+back moving+back
            """,
            german: """
                rückfall zurückrollen rückabwicklung rücksetzung zurücksetzen rückkehr rückfallplan rollbackplan \
                rückfallverfahren rückfallkonzept rückfallszenario rückfallszenarien rückfallprozedur \
                rückfallstrategie rückfallplanung rückfallschritte rückfallmaßnahmen rückfallhandbuch rückfallanleitung rollbackanleitung rollbackverfahren rollbackkonzept rückumstellung rückmigration rückschaltung \
                rollbackzeit rückfallzeit rückfallebene rückweg rückzug zurückschalten zurückdrehen zurücknehmen \
                rückgängig
                """,
            spanish: """
                reversión reversion revertir marcha+atrás vuelta+atrás volver+atrás volvemos+atrás deshacer volver+al \
                retroceso retroceder reversa revierte revertimos
                """,
            french: "réversion retour+arrière marche+arrière revenir+en repli rétrogradation"),
        WordList(
            .mishap,
            """
            goes+wrong go+wrong went+wrong doesn't+work not+work it+fails this+fails that+fails something+fails \
            things+break something+breaks it+breaks goes+south go+south migration+fails deployment+fails cutover+fails \
            release+fails rollout+fails upgrade+fails failure trouble is+bad goes+bad turns+bad is+broken misbehaves
            """,
            german: """
                nicht+klappt nicht+funktioniert nicht+geht schiefgeht schief+geht schiefläuft schief+läuft \
                danebengeht daneben+geht hakt scheitert im+fehlerfall
                """,
            spanish: "sale+mal salen+mal va+mal algo+falla esto+falla no+funciona no+sale fallo problemas",
            french: "tourne+mal passe+mal va+mal marche+pas fonctionne+pas échoue échec d'échec problème"),
        WordList(
            .backup,
            """
            backup backups back+up backed+up backing+up snapshot snapshots dump dumps dumped export exports pitr \
            point-in-time archive archived
            """,
            german: "sicherung sicherungen datensicherung gesichert sichern backup abzug dump schnappschuss snapshot",
            spanish: "respaldo respaldos copia copias instantánea volcado volcados respaldar",
            french: "sauvegarde sauvegardes sauvegarder sauvegardé instantané instantanés copie"),
        WordList(
            .restoring, "restore restored restores restoring restoration recover recovered",
            german: "wiederherstellen wiederherstellung wiederhergestellt einspielen zurückspielen rückspielen",
            spanish: "restaurar restaura restauración recuperar", french: "restaurer restauration restauré restaurez"),
        WordList(.recovery, "rto", german: "wiederanlaufzeit", spanish: "rto", french: "rto"),
        WordList(
            .trigger, "trigger triggers condition conditions criteria when abort if",
            german: "auslöser abbruchkriterium abbruchkriterien abbruchbedingung abbruchbedingungen",
            spanish: "condiciones disparadores disparador", french: "déclencheurs déclencheur critères conditions"),
        WordList(.occasion, "trigger triggers when scenario", german: "auslöser", spanish: "", french: "déclencheur"),
        WordList(
            .halt, "halt halts halted stop stops abort aborts aborted pause pauses hold+the on+hold freeze+the",
            german: """
                abbruch abbrechen abbruchkriterium abbruchkriterien abbruchbedingung abbruchbedingungen stoppen \
                stopp gestoppt abgebrochen angehalten anhalten unterbrechen unterbrochen brechen+ab bricht+ab breche+ab
                """,
            spanish:
                "abortar abortamos aborto detener detenemos detiene parada paramos parar frenar frenamos interrumpir interrumpimos suspender suspendemos",
            french:
                "arrêt arrêter arrêtons abandon interrompre interrompt interrompu interruption stopper suspend suspendons suspendu"
        ),
        WordList(
            .pause, "pause pauses paused hold+the on+hold", german: "pausieren pausiert", spanish: "pausar pausa",
            french: "suspendre"),
        WordList(.triggerAction, "halt abort pause"),
        WordList(
            .action, "action response reaction", german: "aktion maßnahme", spanish: "acción", french: "action"),
        WordList(
            .notProcedure,
            """
            trigger triggers criteria when conditions decision communication verification verify checklist test tests \
            testing monitoring post overview matrix metrics success lessons contact contacts drill drills \
            rehearsal readiness escalation reference who why history risks considerations principle principles policy \
            philosophy prerequisites preparation preparations window authority roles responsibilities owners
            """,
            german: """
                abbruchkriterium abbruchkriterien abbruchbedingungen wann wer warum kontakte entscheidungsbaum probe \
                kriterien risiken grundsätze voraussetzungen vorbereitung zuständigkeiten
                """,
            spanish: """
                condiciones cuándo cuando quién quien criterios contactos decisión prueba disparadores riesgos requisitos \
                responsables
                """,
            french: """
                conditions quand qui pourquoi critères contacts décision essai déclencheurs risques prérequis principes \
                responsables
                """),
        WordList(
            .beside,
            """
            if alongside together otherwise else background parallel meanwhile before beforehand optional optionally
            """,
            german: "falls wenn sonst vorher", spanish: "si", french: "si sinon"),
        WordList(
            .around, "before after afterwards during post pre", german: "vor nach vorher danach nachher während",
            spanish: "antes después tras durante", french: "avant après pendant"),
        WordList(
            .wayNoun,
            """
            procedure procedures plan plans method methods way ways path paths tier tiers case cases scenario scenarios \
            route routes playbook playbooks
            """,
            german: "verfahren weg wege fall fälle szenario szenarien variante varianten",
            spanish: "procedimiento procedimientos caso casos escenario escenarios vía vías camino caminos",
            french: "procédure procédures cas scénario scénarios voie voies"),
        WordList(
            .taking, "takes take lasts needs expect allow usually typically normally this should",
            german: "dauert braucht benötigt rechne üblicherweise dies das sollte",
            spanish: "tarda lleva dura calcular contar normalmente esto",
            french: "prend dure compter prévoir compte prévois généralement cela"),
        WordList(
            .procedurePart,
            """
            prerequisites prerequisite requirements preparation preparations prepare precheck prechecks pre checks check \
            steps step execution execute commands command validation validate verification verify smoke test tests \
            cleanup communication notify notification notes background scope purpose access tools setup backup snapshot \
            follow-up troubleshooting appendix template templates message approval decision start stop back+up backing+up
            """,
            german: """
                voraussetzungen vorbereitung schritte durchführung ablauf befehle prüfung prüfen kontrolle kommunikation \
                hinweise zweck zugang werkzeuge sicherung nachbereitung nacharbeiten freigabe
                """,
            spanish: """
                requisitos preparación pasos ejecución comandos verificación comprobación comunicación notas alcance \
                acceso limpieza aprobación
                """,
            french: """
                prérequis préparation étapes exécution commandes vérification contrôle communication notes périmètre \
                accès nettoyage validation
                """),
    ]
}
