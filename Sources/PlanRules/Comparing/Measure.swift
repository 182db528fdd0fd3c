import Plan
import SourceText

/// Something measured with its limits, put together from every indicator of the same words.
struct Measure {
    /// As first named.
    let name: String
    let words: [String]
    /// Phase whose own gate it is; nil for the whole plan.
    let phase: String?
    let thresholds: [Threshold]

    var key: String { words.joined(separator: " ") }

    /// Every claim of a level, in reading order within each threshold.
    func limits(_ level: LimitLevel) -> [Claim<Limit>] {
        thresholds.flatMap { threshold in
            switch level {
            case .target: threshold.targets
            case .warning: threshold.warnings
            case .critical: threshold.criticals
            }
        }
    }
}

/// The indicators of a plan by their words, in the order in which the plan names them.
func measures(of plan: Plan) -> [Measure] {
    struct Key: Hashable {
        let words: [String]
        let phase: String?
    }
    var keys: [Key] = []
    var thresholds: [Key: [Threshold]] = [:]
    for threshold in plan.thresholds where threshold.origin == .indicator {
        let key = Key(words: words(of: threshold.metric), phase: threshold.phase)
        if thresholds[key] == nil { keys.append(key) }
        thresholds[key, default: []].append(threshold)
    }
    return keys.map { key in
        let members = thresholds[key] ?? []
        return Measure(name: members.first?.metric ?? "", words: key.words, phase: key.phase, thresholds: members)
    }
}

extension LimitLevel {
    /// `alert limit`: the level in a message.
    var phrase: String {
        switch self {
        case .target: "target"
        case .warning: "alert limit"
        case .critical: "critical limit"
        }
    }
}
