import Foundation
import PlanRules
import Testing

/// Whatever name a finding prints, `explain` knows it.
@Suite struct InputFaultTests {
    @Test func everyNameInTheSourcesIsExplained() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/rule: "([a-z]+(?:-[a-z]+)+)"/#) { names.insert(String(match.1)) }
        }
        #expect(names.count >= 9)
        for name in names.sorted() {
            #expect(PlanRule.named(name) != nil || InputFault.named(name) != nil, "'\(name)' is not explained")
        }
    }

    @Test(arguments: InputFault.catalogue.map(\.id))
    func explanationFitsATerminal(_ id: String) throws {
        let text = try #require(InputFault.named(id)).explained()
        #expect(text.hasPrefix("\(id) ("))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func noNameStandsTwice() {
        let names = InputFault.catalogue.map(\.id) + PlanRule.catalogue.map(\.id)
        #expect(Set(names).count == names.count)
    }
}
