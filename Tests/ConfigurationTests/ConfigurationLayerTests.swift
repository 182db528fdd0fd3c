import Configuration
import Plan
import SourceText
import Testing

/// Settings that extend others.
@Suite struct ConfigurationLayerTests {
    private func layer(_ path: String, folder: String = "", _ text: String) -> ConfigurationLayer {
        ConfigurationLayer(SourceFile(path: path, text: text), folder: folder)
    }

    private var layers: [ConfigurationLayer] {
        [
            layer(
                "shared/plumbline.yml", folder: "../shared",
                """
                title: Every move
                timezone: Europe/Madrid
                documents: ["*.md", /srv/all.md]
                templates: pages
                kpis:
                  Error rate: errors
                  Latency: p95
                lint:
                  severity: {flag-*: info}
                  fail-on: error
                  baseline: known.json
                  per-path: [{paths: [old/], ignore: all}]
                """),
            layer(
                "plumbline.yml",
                "extend: ../shared/plumbline.yml\ntitle: Ours\nkpis:\n  Latency: p99\nlint:\n  fail-on: never\n  ignore: all\n"
            ),
        ]
    }

    @Test func ownKeysReplaceWholeKeys() {
        let configuration = PlanConfiguration(layers)
        #expect(configuration.title == "Ours")
        #expect(configuration.timezone?.value == "Europe/Madrid")
        #expect(configuration.indicators.map(\.name.value) == ["Latency"])
        #expect(configuration.lint.failureLevel == .never)
        #expect(configuration.lint.ignore.map(\.value) == ["all"])
        #expect(configuration.lint.levels.map(\.rule.value) == ["flag-*"])
    }

    @Test func pathsAreRelativeToTheirFile() {
        let configuration = PlanConfiguration(layers)
        #expect(configuration.documents == ["../shared/*.md", "/srv/all.md"])
        #expect(configuration.templates == "../shared/pages")
        #expect(configuration.lint.baseline?.value == "../shared/known.json")
        #expect(configuration.lint.scopes.first?.patterns.map(\.text) == ["../shared/old/"])
    }

    @Test func nothingTakesBackWhatWasExtended() {
        let own = layer("plumbline.yml", "extend: a.yml\ntimezone: ~\nlint:\n  baseline: ~\n")
        let configuration = PlanConfiguration([layers[0], own])
        #expect(configuration.timezone == nil)
        #expect(configuration.lint.baseline == nil)
        #expect(configuration.lint.failureLevel == .error)
        #expect(configuration.title == "Every move")
        #expect(PlanConfiguration([layers[0], layer("plumbline.yml", "lint:\n")]).lint.failureLevel == .error)
    }

    @Test func whatIsExtendedHasAPlace() {
        let layer = layer("plumbline.yml", "extend: [a.yml, ../b.yml]\n")
        #expect(layer.extended.map(\.value) == ["a.yml", "../b.yml"])
        #expect(layer.extended.last?.span.start == SourcePosition(line: 1, column: 17))
        #expect(layer.findings.isEmpty)
    }

    @Test func everySettingHasAnOrigin() throws {
        let lines = SettingLine.all(of: layers)
        func line(_ key: String) throws -> String {
            let line = try #require(lines.first { $0.key == key }, "\(key)")
            switch line.origin {
            case .standard: return "\(line.value.compact()) default"
            case .commandLine: return "\(line.value.compact()) command line"
            case .file(let span, let isExtended):
                return
                    "\(line.value.compact()) \(span.path):\(span.start.line):\(span.start.column)\(isExtended ? " extended" : "")"
            }
        }
        #expect(try line("title") == "\"Ours\" plumbline.yml:2:8")
        #expect(try line("timezone") == "\"Europe/Madrid\" shared/plumbline.yml:2:11 extended")
        #expect(try line("kpis.Latency") == "\"p99\" plumbline.yml:4:12")
        #expect(try line("lint.fail-on") == "\"never\" plumbline.yml:6:12")
        #expect(try line("lint.severity.flag-*") == "\"info\" shared/plumbline.yml:9:22 extended")
        #expect(try line("lint.select") == "[\"all\"] default")
        #expect(try line("output") == "\"output\" default")
        #expect(!lines.contains { $0.key == "kpis.Error rate" })
        #expect(Set(lines.map(\.key)).count == lines.count)
    }
}
