import Testing

/// Every rule explains itself.
@Suite struct ExplainTests {
    @Test func everyRuleFitsATerminal() async throws {
        let place = try Workspace()
        let list = try await place.run("explain")
        #expect(list.status == 0)
        #expect(list.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        // A rule's line begins with its name; what else the list says does not begin with one.
        let rules = list.output.split(separator: "\n").compactMap { line in
            line.prefixMatch(of: /([a-z]+(?:-[a-z]+)+)\s/).map { String($0.1) }
        }
        #expect(rules.count >= 13)
        for rule in rules {
            let result = try await place.run("explain", rule)
            #expect(result.status == 0, "\(rule)")
            #expect(result.output.contains(rule))
            let wide = result.output.split(separator: "\n").filter { $0.count > 80 }
            #expect(wide.isEmpty, "\(rule): \(wide)")
        }
    }
}
