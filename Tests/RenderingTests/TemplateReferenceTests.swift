import Foundation
import Testing

@testable import Rendering

/// Every key that a template may use is described, and nothing else is.
@Suite struct TemplateReferenceTests {
    private static var shapes: [TemplateShape] { templatePages.map(\.shape) + TemplateReference.records }

    @Test func everyKeyIsDescribed() {
        for case .record(let name, let members) in Self.shapes {
            for key in members.map(\.name) {
                let text = TemplateReference.description(of: key, in: name) ?? ""
                #expect(text.hasSuffix("."), "'\(key)' of '\(name)' has no description in KeyDescriptions.swift")
            }
        }
    }

    @Test func nothingElseIsDescribed() {
        var known: [String: Set<String>] = [:]
        for case .record(let name, let members) in Self.shapes {
            known[name, default: []].formUnion(members.map(\.name))
            known["page", default: []].formUnion(members.map(\.name))
        }
        for (name, keys) in keyDescriptions {
            #expect(Set(keys.keys).subtracting(known[name] ?? []).isEmpty, "'\(name)'")
        }
    }

    /// Two records of one name would be one section of the page.
    @Test func namesOfRecordsAreTheirOwn() {
        var keys: [String: [String]] = [:]
        var open = templatePages.map(\.shape)
        while let shape = open.popLast() {
            switch shape {
            case .text, .markup, .flag: continue
            case .list(let element): open.append(element)
            case .record(let name, let members):
                let names = members.map(\.name)
                #expect(keys[name, default: names] == names, "'\(name)'")
                keys[name] = names
                open += members.map(\.shape)
            }
        }
    }

    /// `RECORD_GOLDENS=1` writes it anew and still fails.
    @Test func theCommittedPageIsTrue() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/README.md")
            .standardized
        let expected = TemplateReference.markdown
        let found = try? String(contentsOf: file, encoding: .utf8)
        if found != expected, ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(expected.utf8).write(to: file)
        }
        #expect(found == expected, "templates/README.md is not what `plumbline explain --templates` prints")
    }
}
