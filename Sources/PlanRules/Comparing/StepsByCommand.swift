import Plan
import SourceText

/// Steps of a procedure that come behind the deployment to production which needed them, told by headings and commands.
func stepsBehindDeployment(_ input: RuleInput) -> [Fault] {
    let blocks = Dictionary(grouping: input.plan.commands.blocks, by: \.span.path)
    return input.plan.documents.flatMap { document -> [Fault] in
        // Only where something is deployed or migrated.
        guard let own = blocks[document.path],
            own.contains(where: { $0.commands.contains(where: \.deploysToProduction) })
        else { return [] }
        return steppedSections(of: document, own).flatMap { run -> [Fault] in
            guard let index = run.firstIndex(where: \.deploysToProduction) else { return [] }
            let user = run[index]
            return LateStep.allCases.compactMap { late in
                guard let met = run.first(where: late.isIn), met.number > user.number, let first = run.first,
                    !late.isMadeSafe(first.range.lowerBound..<met.range.upperBound, document.source)
                else { return nil }
                // Another deployment behind it says that this was only the first place of several.
                let isLast = !run.contains { $0.number > met.number && $0.deploysToProduction }
                return isLast || late == .migration ? fault(late, met, user) : nil
            }
        }
    }
}

private enum LateStep: CaseIterable {
    case acceptance, migration

    var phrase: String {
        switch self {
        case .acceptance: "the acceptance test"
        case .migration: "the migration of the database"
        }
    }

    func isIn(_ section: SteppedSection) -> Bool {
        switch self {
        case .acceptance: section.isAcceptance
        case .migration: section.migratesDatabase
        }
    }

    /// Whether the steps say why the order does no harm.
    func isMadeSafe(_ range: Range<Int>, _ file: SourceFile) -> Bool {
        let text = words(of: file.text(range))
        let safe: Set<String> =
            switch self {
            case .acceptance:
                [
                    "flag", "toggle", "dark", "canary", "beta", "maintenance", "wartung", "wartungsmodus",
                    "mantenimiento",
                    "staging",
                ]
            case .migration:
                [
                    "compatible", "compatibility", "kompatibel", "expand", "additive", "maintenance", "wartung",
                    "wartungsmodus", "mantenimiento",
                ]
            }
        return text.contains(where: safe.contains)
    }
}

private func fault(_ late: LateStep, _ met: SteppedSection, _ user: SteppedSection) -> Fault {
    let commands = [
        late == .migration ? met.commands.first(where: \.migratesDatabase) : nil,
        user.commands.first(where: \.deploysToProduction),
    ].compactMap(\.self)
    return Fault(
        message: "\(quoted(met.title)) is \(late.phrase) and stands here, behind \(quoted(user.title)) in "
            + "\(place(user.heading)), which deploys to production",
        span: met.heading, label: "step \(met.number), read from the heading",
        related: [Finding.Note("step \(user.number), read from the heading", at: user.heading)]
            + commands.map { Finding.Note("\(clipped($0.span.text)), read from the code block", at: $0.span) },
        help: "change the order, or say what makes it safe",
        identity: [late.phrase, "step \(user.number)", "step \(met.number)"])
}
