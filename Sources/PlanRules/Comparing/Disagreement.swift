import Plan
import SourceText

/// A value that one or more places state against the place that a reader goes by.
struct Disagreement<Value: Sendable> {
    /// The definition, or what stands first.
    let reference: Claim<Value>
    /// The places that say otherwise, all the same value, in reading order; never empty.
    let claims: [Claim<Value>]
    /// Where the finding points.
    var first: Claim<Value> { claims[0] }
}

/// One document read one way.
///
/// Two values inside one place are a ramp, two environments or two services, which no reader can tell from a
/// slip with certainty. Values of two places are held against each other: strategy and timeline, heading and block.
struct Place: Hashable {
    let path: String
    let reading: Reading
    /// nil where the whole document is one place.
    let section: Int?

    init(_ claim: Claim<some Sendable>, section: Int? = nil) {
        path = claim.span.path
        reading = claim.reading
        self.section = section
    }
}

/// Holds every place against the first claim's place; what agrees with any of that place's values is no disagreement.
///
/// Claims that may be about something else are not held against each other.
///
/// - Parameters:
///   - scope: What a claim's surroundings say of it; asked for once a claim.
///   - mayCompare: Whether two facts may be about the same thing; false for a fact and itself when it counts for nothing.
///   - place: What counts as one place.
///   - agree: Equal values must agree.
/// - Returns: One disagreement for each other value.
func disagreements<Value: Hashable>(
    in claims: [Claim<Value>], scope: (Claim<Value>) -> FactScope, comparing mayCompare: (FactScope, FactScope) -> Bool,
    place: (Claim<Value>) -> Place = { Place($0) }, agree: (Value, Value) -> Bool
) -> [Disagreement<Value>] {
    guard differ(claims) else { return [] }
    var subjects: [(scope: FactScope, claims: [Claim<Value>])] = []
    for claim in claims {
        let own = scope(claim)
        guard mayCompare(own, own) else { continue }
        if let index = subjects.firstIndex(where: { mayCompare($0.scope, own) }) {
            subjects[index].claims.append(claim)
        } else if subjects.count < mostAlternatives {
            subjects.append((own, [claim]))
        }
    }
    return subjects.flatMap { disagreements(in: $0.claims, place: place, agree: agree) }
}

/// More values of one thing than these are a list and no slips; comparing them would take time that grows with the square.
private let mostAlternatives = 48

/// As above, for claims that are all about one thing.
func disagreements<Value: Hashable>(
    in claims: [Claim<Value>], place: (Claim<Value>) -> Place = { Place($0) }, agree: (Value, Value) -> Bool
) -> [Disagreement<Value>] {
    guard let reference = claims.first, differ(claims) else { return [] }
    let home = place(reference)
    var references: Set<Value> = []
    var places: [Place: (first: Claim<Value>, values: Set<Value>)] = [:]
    var order: [Place] = []
    for claim in claims {
        let own = place(claim)
        if own == home {
            references.insert(claim.value)
        } else if places[own] == nil {
            order.append(own)
            places[own] = (claim, [claim.value])
        } else {
            places[own]?.values.insert(claim.value)
        }
    }
    guard references.count <= mostAlternatives else { return [] }
    var groups: [[Claim<Value>]] = []
    for place in order {
        guard let stated = places[place], stated.values.count <= mostAlternatives,
            !stated.values.contains(where: { value in references.contains { agree($0, value) } })
        else { continue }
        if let group = groups.firstIndex(where: { agree($0[0].value, stated.first.value) }) {
            groups[group].append(stated.first)
        } else if groups.count < mostAlternatives {
            groups.append([stated.first])
        }
    }
    return groups.map { Disagreement(reference: reference, claims: $0.sorted { $0.span < $1.span }) }
}

/// Most things are stated alike wherever they are stated, and need no closer look.
private func differ<Value: Hashable>(_ claims: [Claim<Value>]) -> Bool {
    guard let first = claims.first?.value else { return false }
    return claims.contains { $0.value != first }
}

/// `strategy.md:137`: how a message names the other place.
func place(_ span: SourceSpan) -> String { "\(span.path):\(span.firstLine)" }

extension Claim {
    /// `20%, read from the code block`.
    func label(_ value: String) -> String { "\(value), \(reading.phrase)" }

    /// The claim as the other place of a finding.
    func note(_ value: String) -> Finding.Note { Finding.Note(label(value), at: span) }
}

extension Disagreement {
    /// The reference, then the further places that share the deviating value.
    func notes(_ text: (Value) -> String) -> [Finding.Note] {
        [reference.note(text(reference.value))] + claims.dropFirst().map { $0.note(text($0.value)) }
    }
}
