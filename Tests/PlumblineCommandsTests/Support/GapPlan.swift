/// A plan with two faults: days that no phase has (a warning), and a link that leads nowhere (an error).
enum GapPlan {
    static let text = """
        # Ledger move

        ## Phase 1: Copy (Day 1-2)

        ## Phase 2: Switch (Day 5-6)

        See [the steps](steps.md).

        """

    /// Each finding of a run as `file rule severity`, in the order of the output.
    static func told(_ concise: String) -> [String] {
        concise.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 2)
            let file = parts[0].prefix { $0 != ":" }
            let severity = parts[1].prefix { $0 != "[" }
            let rule = parts[1].drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
            return "\(file) \(rule) \(severity)"
        }
    }
}

extension Workspace {
    /// A folder with the plan in `docs`.
    static func withGap(settings: String? = nil) throws -> Workspace {
        let place = try Workspace()
        try place.write(GapPlan.text, to: "docs/plan.md")
        if let settings { try place.write(settings, to: "docs/plumbline.yml") }
        return place
    }

    /// Findings of `lint docs` with options, and its status.
    func lint(_ options: String...) async throws -> (told: [String], status: Int32) {
        let result = try await Plumbline.run(["lint", "docs", "--format", "concise"] + options, in: path)
        return (GapPlan.told(result.output), result.status)
    }
}
