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

    init(_ claim: Claim<some Sendable>) {
        path = claim.span.path
        reading = claim.reading
    }
}

/// Holds every place against the first claim's place; what agrees with any of that place's values is no disagreement.
///
/// - Returns: One disagreement for each other value.
func disagreements<Value>(
    in claims: [Claim<Value>], agree: (Value, Value) -> Bool
) -> [Disagreement<Value>] {
    guard let reference = claims.first else { return [] }
    let references = claims.filter { Place($0) == Place(reference) }
    var places: [Place: [Claim<Value>]] = [:]
    var order: [Place] = []
    for claim in claims where Place(claim) != Place(reference) {
        if places[Place(claim)] == nil { order.append(Place(claim)) }
        places[Place(claim), default: []].append(claim)
    }
    var groups: [[Claim<Value>]] = []
    for place in order {
        guard let stated = places[place], let first = stated.first,
            !stated.contains(where: { claim in references.contains { agree($0.value, claim.value) } })
        else { continue }
        if let group = groups.firstIndex(where: { agree($0[0].value, first.value) }) {
            groups[group].append(first)
        } else {
            groups.append([first])
        }
    }
    return groups.map { Disagreement(reference: reference, claims: $0.sorted { $0.span < $1.span }) }
}

/// `strategy.md:137`: how a message names the other place.
func place(_ span: SourceSpan) -> String { "\(span.path):\(span.file.line(at: span.range.lowerBound))" }

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
