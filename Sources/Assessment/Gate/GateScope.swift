package import Plan
import SourceText

/// What a go/no-go gate asks about.
package enum GateScope: Sendable, Equatable {
    /// Whether the plan stands as it should, all of it, at this moment.
    case plan
    case part(GatePart)
    /// Whether a phase can be left: the id of the phase.
    case phase(String)

    /// By a part's name, else by a phase's id, number, name or both (`Phase 2`).
    ///
    /// - Parameter name: nil for the whole plan.
    /// - Throws: that neither a part nor a phase has the name, or that several phases have it.
    package init(named name: String?, in plan: Plan) throws(GateScopeFault) {
        guard let name else {
            self = .plan
            return
        }
        let words = nameWords(name)
        if words.count == 1, let part = GatePart(rawValue: words[0]) {
            self = .part(part)
            return
        }
        let phases = plan.phases.filter { phase in
            phase.id == name || nameWords(phase.name) == words || nameWords(phase.title) == words
                || phase.number.map { words == [formatNumber($0)] || words == nameWords(phase.id) } ?? false
        }
        guard let phase = phases.first else { throw .unknown(name, closest: Self.closest(to: name, in: plan)) }
        guard phases.count == 1 else { throw .ambiguous(name, phases.map(\.id)) }
        self = .phase(phase.id)
    }

    private static func closest(to name: String, in plan: Plan) -> String? {
        closestMatch(to: name, among: GatePart.allCases.map(\.rawValue) + plan.phases.flatMap { [$0.id, $0.name] })
    }
}

package enum GateScopeFault: Error, Sendable, Equatable {
    case unknown(String, closest: String?)
    /// The ids of the phases that could be meant.
    case ambiguous(String, [String])
}

/// A part of the work that a plan checks by itself, whatever the team calls it.
package enum GatePart: String, Sendable, CaseIterable {
    /// Before anything is changed.
    case pre
    /// While the change runs: what is measured, and what is checked meanwhile.
    case runtime
    /// After the change.
    case post
    case performance
    case security

    /// Whether a heading or a name speaks of the part, in English, German, Spanish or French.
    func isNamed(in text: String) -> Bool { !words.isDisjoint(with: nameWords(text)) }

    private var words: Set<String> { GatePart.words[self] ?? [] }

    private static let words: [GatePart: Set<String>] = Dictionary(
        uniqueKeysWithValues: allCases.map {
            ($0, Set(list(of: $0).split(whereSeparator: \.isWhitespace).map(String.init)))
        })

    private static func list(of part: GatePart) -> String {
        switch part {
        case .pre:
            """
            pre before prior beforehand readiness ready preparation preparations prerequisites prerequisite preconditions \
            preflight premigration predeployment predeploy prelaunch prerelease precutover \
            vor vorab vorher vorbereitung vorbereitungen voraussetzungen bereitschaft \
            antes previo previa previos previas preparación preparativos requisitos prerrequisitos \
            avant préalable préalables préparation préparatifs prérequis
            """
        case .runtime:
            """
            runtime during execution live monitoring während währenddessen laufzeit betrieb durchführung überwachung \
            durante ejecución monitorización supervisión pendant exécution surveillance
            """
        case .post:
            """
            post after afterwards following closing closure postmigration postdeployment postdeploy postlaunch postrelease \
            postcutover nach nachher danach nachbereitung abschluss después posterior posteriores tras cierre \
            après postérieur clôture
            """
        case .performance:
            """
            performance speed latency throughput load benchmark benchmarks response leistung geschwindigkeit latenz \
            durchsatz lasttest antwortzeit rendimiento velocidad latencia carga performances vitesse latence débit charge
            """
        case .security:
            """
            security secure secured auth authentication authorization authorisation secrets secret credentials permissions \
            vulnerability vulnerabilities tls ssl encryption encrypted penetration pentest gdpr privacy audit \
            sicherheit zugangsdaten berechtigungen verschlüsselung verschlüsselt datenschutz schwachstellen \
            seguridad autenticación autorización credenciales permisos cifrado vulnerabilidades privacidad \
            sécurité authentification autorisation identifiants chiffrement vulnérabilités confidentialité
            """
        }
    }
}
