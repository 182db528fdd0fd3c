import Plan
import SourceText

/// When a stage begins, in the unit that its place counts in: `day 6`, `week 3`, `phase 2`.
struct RolloutMoment: Hashable {
    /// English, lower case, as far as the place is: `day`, `week`, `phase`.
    let unit: String
    let number: Double

    /// nil for a stage whose time cannot be put in order with others.
    init?(_ stage: FlagStage, _ phases: [String: Phase]) {
        if let day = stage.day {
            (unit, number) = ("day", Double(day.value))
            return
        }
        let told = stage.when.map { words(of: $0.value, cuttingPlurals: false) } ?? []
        if told.count == 2, told[0].contains(where: \.isLetter), let count = Double(told[1]) {
            (unit, number) = (told[0], count)
        } else if let phase = stage.phase.flatMap({ phases[$0] }), let count = phase.number {
            (unit, number) = (phase.keyword, count)
        } else {
            return nil
        }
    }

    /// `on day 6`, `in week 3`.
    var phrase: String { "\(unit == "day" ? "on" : "in") \(unit) \(formatNumber(number))" }
}

extension Plan {
    /// Phases by their ids.
    var phasesByID: [String: Phase] { Dictionary(phases.map { ($0.id, $0) }) { first, _ in first } }
}

extension Phase {
    /// Whether another phase of the same kind and count comes before this one.
    func follows(_ other: Phase) -> Bool {
        guard keyword == other.keyword, let number, let earlier = other.number else { return false }
        return earlier < number.rounded(.down)
    }

    /// Whether its name says no more than what phases of any plan do, so that it is for the same users as its neighbours.
    ///
    /// `Gradual rollout` is for all; `Portugal` and `Tablets` may each be for their own.
    var isForAll: Bool {
        Set(names.map(\.value)).allSatisfy { name in
            words(of: name, cuttingPlurals: false).allSatisfy { word in
                let classes = Vocabulary.standard.classes(of: word)
                return !word.contains(where: \.isLetter)
                    || !classes.isEmpty && !classes.intersects([.insider, .environment])
            }
        }
    }
}
