import Plan
import SourceText

extension PlanRule {
    /// A value is asked for before the step that brings it into the world.
    static let variableOrder = PlanRule(
        id: "variable-order", severity: .warning,
        summary: "a variable must be set before the step that makes its value",
        explanation: Explanation(
            fault: """
                A step or date of a document says that a variable must be set, by its name; a later one of the same \
                document creates or copies the key, token or address that the same variable holds.
                """,
            harm: """
                The earlier step cannot be done: it is ticked with a made-up value, or the day stops there until \
                somebody brings the later step forward.
                """,
            misses: """
                Only headings with a phase, day, time or number, preparations ahead of a launch, and items of numbered \
                lists tell what comes first. A value that is rotated or replaced was there before. Steps in two documents are not held against each other.
                """),
        badExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch

                ## T-3 days

                These must be set: `TILL_API_URL`, `TILL_WEBHOOK_SECRET`.

                ## T-1 day

                Create the webhook and copy its secret into `TILL_WEBHOOK_SECRET`.
                """)
        ],
        goodExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch

                ## T-3 days

                Create the webhook and copy its secret into `TILL_WEBHOOK_SECRET`.

                ## T-1 day

                These must be set: `TILL_API_URL`, `TILL_WEBHOOK_SECRET`.
                """)
        ]
    ) { input in
        struct Key: Hashable {
            let path: String
            let name: String
        }
        let made = Set(input.plan.commands.variables.lazy.filter { $0.role == .made }.map(\.name))
        let mentions = Dictionary(grouping: input.plan.commands.variables.filter { made.contains($0.name) }) {
            Key(path: $0.span.path, name: $0.name)
        }
        return mentions.keys.sorted { ($0.path, $0.name) < ($1.path, $1.name) }.compactMap { key in
            let places = mentions[key] ?? []
            guard let made = places.filter({ $0.role == .made }).min(by: { $0.span < $1.span }),
                let (required, (before, after)) = places.filter({ $0.role == .required || $0.role == .set })
                    .sorted(by: { $0.span < $1.span }).lazy
                    .compactMap({ place in steps(place, made).map { (place, $0) } }).first
            else { return nil }
            return Fault(
                message: "\(quoted(key.name)) must be set in \(quoted(before)), but what it holds is only made in "
                    + quoted(after), span: required.span, label: "must be set, \(required.reading.phrase)",
                related: [Finding.Note("made here, \(made.reading.phrase)", at: made.span)],
                help: "bring the later step forward, or ask for the value after it", identity: [key.name])
        }
    }
}

/// The names of the two steps that part two places, when the first comes before the second; else nil.
///
/// Of two sections without a time only one that holds preparations comes before one that holds steps.
private func steps(_ first: VariableMention, _ second: VariableMention) -> (String, String)? {
    guard let place = zip(first.order, second.order).enumerated().first(where: { $1.0 != $1.1 }) else { return nil }
    let (left, right) = place.element
    guard left.parent == right.parent, left.start < right.start else { return nil }
    if let moment = left.moment, moment != .launch, let later = right.moment {
        // `Pre-launch` and `Before the launch` may be one time; `T-3` and `T-1` are not.
        let areApart =
            moment != .ahead || later != .ahead || [left, right].allSatisfy { $0.name.contains(where: \.isNumber) }
        return areApart ? (left.name, right.name) : nil
    }
    let (before, after) = (first.order[place.offset...], second.order[place.offset...])
    guard let ahead = before.first(where: { $0.moment == .ahead }), let step = after.last(where: { $0.moment != nil }),
        !after.contains(where: { $0.moment == .ahead })
    else { return nil }
    return (ahead.name, step.name)
}
