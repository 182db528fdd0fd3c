import Plan
import SourceText

/// Measures joined by the words of their names.
///
/// Indicators of several documents are one measure even where they differ (that is a conflict to report); a criterion or
/// a configured limit joins only a measure that it agrees with, and else stands for itself. Indicators under headings
/// that name different things, two services say, are measures of their own.
func joinThresholds(
    _ sightings: [ThresholdSighting], _ dashboards: [Dashboard], _ phases: JoinedPhases, _ scopes: ScopeIndex
) -> [Threshold] {
    var groups: [ThresholdGroup] = []
    var byName: [String: [Int]] = [:]
    let configured =
        sightings.filter { $0.origin == .configuration } + dashboards.flatMap(\.limits).compactMap(sighting)
    let indicators = sightings.filter { $0.origin == .indicator }
    let criteria = sightings.filter { $0.origin == .criterion }
    for sighting in indicators + criteria + configured {
        let key = coreWords(sighting.metric).joined(separator: " ")
        // Names of one key differ in words only that no scope holds: all of them are compared without the same words.
        let scope = scopes.scope(at: sighting.span, without: Set(nameWords(sighting.metric)))
        let candidates = byName[key, default: []]
        if let index = candidates.first(where: { groups[$0].takes(sighting, scope, scopes) }) {
            groups[index].add(sighting)
        } else {
            if candidates.count < mostStatements { byName[key, default: []].append(groups.count) }
            groups.append(ThresholdGroup(sighting, scope))
        }
    }
    return groups.map { $0.threshold(phases) }
}

/// A measure that is stated in more ways than these is compared with the first of them only: a document of nothing else
/// would take time that grows with its square.
private let mostStatements = 24

private func sighting(_ limit: ConfiguredLimit) -> ThresholdSighting? {
    let value = limit.value.map { Limit(comparison: nil, quantity: $0, text: $0.text) }
    return ThresholdSighting(
        metric: limit.metric, origin: .configuration, limits: [limit.level ?? .target: value], phase: nil,
        span: value.span)
}

/// A measure that is being joined; a reference, so that nothing is copied to look at it.
private final class ThresholdGroup {
    let main: ThresholdSighting
    private let scope: FactScope
    private var claims: [LimitLevel: [Claim<Limit>]]

    init(_ sighting: ThresholdSighting, _ scope: FactScope) {
        main = sighting
        self.scope = scope
        claims = sighting.limits.mapValues { [$0] }
    }

    func takes(_ sighting: ThresholdSighting, _ place: FactScope, _ scopes: ScopeIndex) -> Bool {
        if sighting.origin == .indicator, !scopes.mayBeOneSection(scope, place) { return false }
        let agrees = sighting.limits.allSatisfy { level, claim in
            guard let mine = claims[level]?.first?.value else { return sighting.origin == .indicator }
            // A bare number in a configuration takes the unit of the measure.
            if sighting.origin == .configuration, claim.value.quantity.unit == .none {
                return claim.value.quantity.number == mine.quantity.number
            }
            return claim.value.agrees(with: mine)
        }
        let samePhase = main.phase?.number == sighting.phase?.number || main.phase == nil
        if agrees { return samePhase || sighting.origin == .criterion }
        let told = sighting.span.path != main.span.path || sighting.limits.count >= 2 && claims.count >= 2
        return main.origin == .indicator && sighting.origin == .indicator && main.phase == nil && sighting.phase == nil
            && told
    }

    func add(_ sighting: ThresholdSighting) {
        for (level, claim) in sighting.limits where sighting.origin != .configuration || claims[level] == nil {
            claims[level, default: []].append(claim)
        }
    }

    func threshold(_ phases: JoinedPhases) -> Threshold {
        Threshold(
            metric: main.metric, origin: main.origin, targets: claims[.target] ?? [], warnings: claims[.warning] ?? [],
            criticals: claims[.critical] ?? [], span: main.span, phase: phases.id(of: main.phase, in: main.span.path))
    }
}
