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
///   - mayCompare: Whether two facts may be about the same thing; false for a fact and itself when it counts for nothing.
///   - place: What counts as one place.
/// - Returns: One disagreement for each other value.
func disagreements<Value: Hashable>(
    in claims: [Claim<Value>], comparing mayCompare: (SourceSpan, SourceSpan) -> Bool = { _, _ in true },
    place: (Claim<Value>) -> Place = { Place($0) }, agree: (Value, Value) -> Bool
) -> [Disagreement<Value>] {
    guard claims.count > 1 else { return [] }
    var subjects: [[Claim<Value>]] = []
    for claim in claims where mayCompare(claim.span, claim.span) {
        if let index = subjects.firstIndex(where: { mayCompare($0[0].span, claim.span) }) {
            subjects[index].append(claim)
        } else if subjects.count < mostAlternatives {
            subjects.append([claim])
        }
    }
    return subjects.flatMap { disagreements(of: $0, place, agree) }
}

/// More values of one thing than these are a list and no slips; comparing them would take time that grows with the square.
private let mostAlternatives = 48

private func disagreements<Value: Hashable>(
    of claims: [Claim<Value>], _ place: (Claim<Value>) -> Place, _ agree: (Value, Value) -> Bool
) -> [Disagreement<Value>] {
    guard let reference = claims.first else { return [] }
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
