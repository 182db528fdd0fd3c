import Plan

/// A value on the band of its limits, drawn to scale where the labels leave room, moved apart where not.
package struct LimitBand: Sendable {
    package struct Zone: Sendable {
        /// In the band's units, from 0 to `LimitBand.width`.
        package let start: Double
        package let width: Double
        package let tone: Status.Tone
    }
    package struct Mark: Sendable {
        package let position: Double
        /// `200 ms`.
        package let label: String
    }

    /// Length of every band; labels are laid out for a text of 10 units' height.
    package static let width = 240.0

    package let zones: [Zone]
    package let marks: [Mark]
    /// Where the value stands; nil without a value.
    package let value: Double?
    /// The value lies beyond the band's end and is drawn at it.
    package let beyond: Bool
    /// For those who cannot see it: `74 s; target under 30 s, alert over 60 s, critical over 300 s`.
    package let description: String
}

/// A limit prepared for the band: its number in the band's unit.
struct BandLimit {
    let level: LimitLevel
    let number: Double
    let label: String
}

/// Lays out a band.
///
/// - Parameters:
///   - limits: in order of levels (target, warning, critical); all in one unit.
///   - lessIsGood: whether the good end is the low one.
/// - Returns: nil when there are no limits, or when they contradict each other and no band can be drawn.
func makeBand(limits: [BandLimit], lessIsGood: Bool, value: Double?, isShare: Bool, description: String) -> LimitBand? {
    let ordered = lessIsGood ? limits : limits.reversed()
    guard !ordered.isEmpty, ordered.allSatisfy(\.number.isFinite),
        zip(ordered, ordered.dropFirst()).allSatisfy({ $0.number < $1.number })
    else { return nil }
    let numbers = ordered.map(\.number)
    let scale = bandScale(numbers, lessIsGood: lessIsGood, isShare: isShare)
    let wanted = numbers.map { (number: Double) -> Double in
        (number - scale.lowerBound) / (scale.upperBound - scale.lowerBound) * LimitBand.width
    }
    let positions = spread(wanted, labels: ordered.map(\.label))

    let edges = [0] + positions + [LimitBand.width]
    let tones = zoneTones(ordered.map(\.level), lessIsGood: lessIsGood)
    let zones = tones.indices.map {
        LimitBand.Zone(start: edges[$0], width: rounded(edges[$0 + 1] - edges[$0]), tone: tones[$0])
    }
    let stops = [scale.lowerBound] + numbers + [scale.upperBound]
    let finite = value.flatMap { $0.isFinite ? $0 : nil }
    return LimitBand(
        zones: zones, marks: zip(positions, ordered).map { .init(position: $0, label: $1.label) },
        value: finite.map { rounded(place($0, stops: stops, edges: edges)) },
        beyond: finite.map { !scale.contains($0) } ?? false, description: description)
}

/// The values at both ends of a band.
private func bandScale(_ numbers: [Double], lessIsGood: Bool, isShare: Bool) -> ClosedRange<Double> {
    let (low, high) = (numbers[0], numbers[numbers.count - 1])
    let span = max(high - low, abs(high) * 0.2, 1e-9)
    if lessIsGood { return (low > 0 ? 0 : low - span * 0.5)...(high + span * 0.3) }
    let top = high + span * 0.4
    return (low - span * 0.5)...(isShare && high < 100 ? min(top, 100) : top)
}

/// Moves positions apart so that no two labels touch and none leaves the band; the order is kept.
private func spread(_ wanted: [Double], labels: [String]) -> [Double] {
    let halves = labels.map { Double($0.count) * 3.1 + 3 }
    var positions = wanted
    let last = positions.count - 1
    positions[0] = max(positions[0], halves[0], 16)
    for index in positions.indices.dropFirst() {
        positions[index] = max(positions[index], positions[index - 1] + halves[index - 1] + halves[index])
    }
    positions[last] = min(positions[last], LimitBand.width - max(halves[last], 16))
    for index in positions.indices.dropLast().reversed() {
        positions[index] = min(positions[index], positions[index + 1] - halves[index + 1] - halves[index])
    }
    // Labels too long for the band: even steps keep at least the zones apart.
    guard positions[0] >= 8 else {
        return wanted.indices.map { rounded(LimitBand.width * Double($0 + 1) / Double(wanted.count + 1)) }
    }
    return positions.map(rounded)
}

func zoneTones(_ levels: [LimitLevel], lessIsGood: Bool) -> [Status.Tone] {
    func beyond(_ level: LimitLevel) -> Status.Tone {
        switch level {
        case .target: .off
        case .warning: .alert
        case .critical: .crit
        }
    }
    return lessIsGood ? [.ok] + levels.map(beyond) : levels.map(beyond) + [.ok]
}

/// Position of a value between the edges of its zone, held at the band's ends.
private func place(_ value: Double, stops: [Double], edges: [Double]) -> Double {
    for index in 1..<stops.count where value <= stops[index] {
        let share = max(0, (value - stops[index - 1]) / (stops[index] - stops[index - 1]))
        return edges[index - 1] + share * (edges[index] - edges[index - 1])
    }
    return LimitBand.width
}

/// Two digits behind the point: the same text on every machine.
func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
