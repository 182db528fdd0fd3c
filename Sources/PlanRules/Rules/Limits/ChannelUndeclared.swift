import Plan
import SourceText

extension PlanRule {
    /// Something is posted where nobody is said to listen.
    static let channelUndeclared = PlanRule(
        id: "channel-undeclared", severity: .warning, summary: "a channel is posted to that the plan does not list",
        explanation: Explanation(
            fault: """
                The plan lists its chat channels, and a step, an alert or a configuration posts to a channel that is \
                not among them.
                """,
            harm:
                "The message goes to a channel that does not exist, or to one that nobody reads during the migration.",
            misses: """
                Only names with `#` in small letters count. A plan that lists fewer than two channels in one place \
                lists none, and a channel that a field of a document gives (`Channel: #rollout`) is declared there.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Communication

                | Channel | For |
                | --- | --- |
                | `#mail-status` | progress |
                | `#mail-alerts` | alarms |

                ## Before the switch

                1. Post "starting now" in `#mail-statuses`
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Communication

                | Channel | For |
                | --- | --- |
                | `#mail-status` | progress |
                | `#mail-alerts` | alarms |

                ## Before the switch

                1. Post "starting now" in `#mail-status`
                """)
        ]
    ) { input in
        let mentions = input.plan.monitoring.channels
        guard let list = channelList(mentions, input.scopes) else { return [] }
        let known = Set(mentions.filter { $0.role != .used }.map { $0.name.value.lowercased() })
        var seen: Set<String> = []
        return mentions.compactMap { mention in
            let name = mention.name
            guard mention.role == .used, !known.contains(name.value.lowercased()),
                input.scopes.mayBelongTogether(name.span, list[0].span),
                seen.insert("\(name.span.path) \(name.value.lowercased())").inserted
            else { return nil }
            let close = closestMatch(to: name.value, among: list.prefix(30).map(\.value))
            let others = clipped(list.map(\.value).prefix(3).joined(separator: ", "))
            let hint = close.map { "; did you mean '\($0)'?" } ?? ""
            return Fault(
                message: "\(quoted(name.value)) is not among the channels of \(place(list[0].span))\(hint)",
                span: name.span, label: name.label("posted to here"),
                related: [Finding.Note("the channels are listed here: \(others)", at: list[0].span)],
                help: "list the channel, or post to one that is listed", identity: [name.value.lowercased()])
        }
    }
}

/// The first section that lists two channels or more.
private func channelList(_ mentions: [ChannelMention], _ scopes: ScopeIndex) -> [Claim<String>]? {
    struct Home: Hashable {
        let path: String
        let section: Int
    }
    var order: [Home] = []
    var lists: [Home: [Claim<String>]] = [:]
    for mention in mentions where mention.role == .listed {
        let home = Home(path: mention.name.span.path, section: scopes.sectionNumber(at: mention.name.span))
        if lists[home] == nil { order.append(home) }
        lists[home, default: []].append(mention.name)
    }
    return order.lazy.compactMap { lists[$0] }.first { Set($0.map(\.value)).count > 1 }
}
