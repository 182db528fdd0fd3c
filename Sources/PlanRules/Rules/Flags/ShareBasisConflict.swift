import Plan
import SourceText

extension PlanRule {
    /// A phase for a share of the traffic whose flag is for a share of the tenants.
    static let shareBasisConflict = PlanRule(
        id: "share-basis-conflict", severity: .warning,
        summary: "a phase counts its share in traffic and its flag in tenants",
        explanation: Explanation(
            fault: """
                The heading of a phase gives a share of the traffic or the requests, and a line on the flag below it gives \
                the same share of the tenants, accounts or shops.
                """,
            harm: """
                A tenth of the tenants may bring half of the traffic, or none of it: the load, the sample and the damage \
                of the phase are not those that the heading promises.
                """,
            misses: """
                Users, customers and sessions are often meant as traffic and are not compared with it. Shares that differ \
                are left to other rules.
                """),
        badExample: [ExampleDocument("plan.md", phases(of: "tenants"))],
        goodExample: [ExampleDocument("plan.md", phases(of: "traffic"))], isPreview: true
    ) { input in
        workedPhases(of: input.plan).compactMap { phases in
            let found = phases.compactMap(TwoBases.init)
            guard let first = found.first else { return nil }
            return Fault(
                message: "\(first.text) of the \(first.flagged.audience)s here, but \(first.worked.phase.title) is for "
                    + "\(first.text) of the \(first.headed.audience) in \(place(first.worked.name.span))",
                span: first.line, label: "a share of the \(first.flagged.audience)s",
                related: [Finding.Note("a share of the \(first.headed.audience)", at: first.worked.work.heading)]
                    + found.dropFirst().map { Finding.Note("the same in \($0.worked.phase.title)", at: $0.line) },
                help: "say which of the two is meant", identity: [first.worked.phase.id, first.text])
        }
    }
}

private func phases(of audience: String) -> String {
    """
    # Plan

    ## Phase 1: 10% traffic

    **Feature flag**: `NEW_ROUTER=true` (10% of \(audience))

    ## Phase 2: 50% traffic
    """
}

/// A phase whose heading and whose flag give one percentage of two different things.
private struct TwoBases {
    let worked: WorkedPhase
    let headed: ToldShare
    let flagged: ToldShare
    let line: SourceSpan

    var text: String { percentText(headed.percent) }

    /// nil for any other phase.
    init?(_ worked: WorkedPhase) {
        guard let headed = toldShares(in: textLine(of: worked.work.heading)).first, flowWords.contains(headed.audience)
        else { return nil }
        for line in worked.work.lines.prefix(500) where line.text.utf8.contains(UInt8(ascii: "%")) {
            guard let share = toldShares(in: line.text).first(where: { $0.percent == headed.percent }),
                holderWords.contains(share.audience), speaksOfFlag(line)
            else { continue }
            self.worked = worked
            self.headed = headed
            flagged = share
            self.line = line.span
            return
        }
        return nil
    }
}

private func speaksOfFlag(_ line: PhaseWork.Line) -> Bool {
    let own = words(of: line.text)
    return own.contains("flag") || own.contains("toggle") || textLine(of: line.span).contains("=true")
}

private let flowWords: Set<String> = ["traffic", "request"]
private let holderWords: Set<String> = [
    "tenant", "account", "shop", "store", "organization", "organisation", "workspace", "merchant",
]
