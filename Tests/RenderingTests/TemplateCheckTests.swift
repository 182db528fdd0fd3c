import Foundation
import SourceText
import Testing

@testable import Rendering

@Suite struct TemplateCheckTests {
    /// A template, and what is said of it.
    private static let faults: [(name: String, text: String, message: String)] = [
        (
            "status.html", "a\n {{verdct.headline}}",
            "2:2: 'verdct' in 'verdct.headline' is no key here; did you mean 'verdict'?"
        ),
        (
            "status.html", "{{verdict.headlin}}",
            "1:1: 'headlin' in 'verdict.headlin' is no key here; did you mean 'headline'?"
        ),
        (
            "status.html", "{{#hasMeasures}}{{#measures}}{{naem}}{{/measures}}{{/hasMeasures}}",
            "1:30: 'naem' is no key here; did you mean 'name'?"
        ),
        ("status.html", "é{{^measures}}{{titel}}{{/measures}}", "1:15: 'titel' is no key here; did you mean 'title'?"),
        ("status.html", "{{> tagg.html}}", "1:1: there is no template 'tagg.html'; did you mean 'tag.html'?"),
        (
            "status.html", "{{#measures}}{{> tag.html}}{{/measures}}{{> status.html}}",
            "1:41: 'status.html' includes itself: status.html → status.html"
        ),
        ("status.md", "{{> tag.html}}", "1:1: 'tag.html' is not md; its values would be escaped for something else"),
        ("status.html", "{{#measures}}{{name}}", "1:1: '{{#measures}}' is never closed"),
        (
            "status.html", "{{#measures}}{{/measure}}",
            "1:14: '{{/measure}}' stands where '{{/measures}}' must close the section of line 1"
        ),
        ("status.html", "{{/measures}}", "1:1: '{{/measures}}' closes a section that was never opened"),
        ("status.html", "x {{title", "1:3: '{{' is never closed"),
        ("status.html", "{{}}", "1:1: '{{}}' names nothing"),
        ("status.html", "{{ti tle}}", "1:1: 'ti tle' is no name; names are letters, digits, dots and hyphens"),
        ("status.html", "{{{title}}}", "1:1: 'title' is text and always escaped; write '{{title}}'"),
        ("status.html", "{{&title}}", "1:1: 'title' is text and always escaped; write '{{title}}'"),
        ("status.html", "{{style}}", "1:1: 'style' is markup; write '{{{style}}}'"),
        ("status.html", "{{hasFlags}}", "1:1: 'hasFlags' is yes or no; write '{{#hasFlags}}…{{/hasFlags}}'"),
        (
            "status.html", "{{nextSteps}}",
            "1:1: 'nextSteps' is no text; write '{{#nextSteps}}…{{/nextSteps}}'; inside it are title, when, detail"
        ),
        (
            "status.html", "{{<tag.html}}{{/tag.html}}",
            "1:1: template inheritance is not supported; include a partial with '{{> name.html}}'"
        ),
        ("status.html", "{{=<% %>=}}", "1:1: other delimiters than '{{' and '}}' are not supported"),
        (
            "status.html", "{{%CONTENT_TYPE:TEXT}}",
            "1:1: pragmas are not supported; the file's name says what is escaped and how"
        ),
        ("tag.html", "{{status.tonne}}", "1:1: 'tonne' in 'status.tonne' is no key here; did you mean 'tone'?"),
        (
            "checklist.html", "{{measures}}",
            "1:1: 'measures' is no key here; known here: contentSecurityPolicy, style, script, pageRule, title, heading, root, portfolio, pages, verdict, trust, provenance, hasFeed, hasCalendar, checklist"
        ),
    ]

    @Test(arguments: faults.indices)
    func faultIsNamedWithItsPlace(index: Int) throws {
        let fault = Self.faults[index]
        let file = SourceFile(path: "mine/\(fault.name).mustache", text: fault.text)
        let error = #expect(throws: TemplateError.self) { try loadTemplates(overriding: [file]) }
        let text = "\(try #require(error))"
        #expect(text == "mine/\(fault.name).mustache:\(fault.message)")
    }

    @Test func fileThatNoPageUsesIsNamed() throws {
        let file = SourceFile(path: "mine/statsu.html.mustache", text: "{{title}}")
        let error = #expect(throws: TemplateError.self) { try loadTemplates(overriding: [file]) }
        #expect(
            "\(try #require(error))"
                == "mine/statsu.html.mustache: no page uses 'statsu.html'; did you mean 'status.html'?")
    }

    @Test func nameWithoutAFormatIsRefused() throws {
        let file = SourceFile(path: "mine/status.mustache", text: "{{title}}")
        let error = #expect(throws: TemplateError.self) { try loadTemplates(overriding: [file]) }
        #expect("\(try #require(error))".contains(".html.mustache, .md.mustache or .txt.mustache"))
    }

    @Test(arguments: [
        "status.html", "status.md", "email.txt", "email.html", "checklist.html", "report.html", "report.md",
        "reports.html", "findings.html",
    ])
    func emptyTemplateIsRefused(name: String) throws {
        // A whole folder of copies, in which one is empty: that one is at fault, not the partials it no longer includes.
        let copies = defaultTemplates.map { file in
            file.path == "templates/\(name).mustache" ? SourceFile(path: file.path, text: " \n") : file
        }
        let error = #expect(throws: TemplateError.self) { try loadTemplates(overriding: copies) }
        #expect(
            "\(try #require(error))"
                == "templates/\(name).mustache: the template is empty; remove it to have the built-in page")
    }

    @Test func pageThatComesOutEmptyIsRefused() throws {
        let file = SourceFile(path: "mine/status.md.mustache", text: "{{! nothing }}\n{{^title}}x{{/title}}\n")
        let templates = try loadTemplates(overriding: [file])
        let error = #expect(throws: TemplateError.self) { try renderSite(Example.report(), templates: templates) }
        #expect("\(try #require(error))".hasPrefix("mine/status.md.mustache: the page comes out empty; "))
    }

    @Test func usersTemplateReplacesOursAndOtherFilesAreLeftAlone() throws {
        let templates = try loadTemplates(overriding: [
            SourceFile(path: "mine/status.md.mustache", text: "{{! mine }}\n# {{title}}\r\n{{> part.md}}\n"),
            SourceFile(path: "mine/part.md.mustache", text: "{{#measures}}\n- {{name}}\n{{/measures}}\n"),
            SourceFile(path: "mine/README.md", text: "{{nonsense"),
        ])
        let text = try templates.render(TemplatePage.statusMarkdown, Example.report())
        #expect(
            text == """
                # Lifecycle hooks migration\r
                - Hook execution time
                - Error rate
                - Background job processing
                - System availability

                """)
    }

    @Test func absentValueDoesNotTakeAnOuterOnesPlace() throws {
        let templates = try loadTemplates(overriding: [
            SourceFile(path: "status.md.mustache", text: "{{#obstacles}}[{{owner}}{{#owner}}!{{/owner}}]{{/obstacles}}")
        ])
        #expect(try templates.render(TemplatePage.statusMarkdown, Example.report()) == "[][][load-test!][][][]")
    }

    @Test func everyFileOfTheTemplateFolderIsCarried() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates")
            .standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.hasPrefix(".") && $0 != "README.md"
        }
        #expect(files.sorted().map { "templates/\($0)" } == defaultTemplates.map(\.path).sorted())
        for file in defaultTemplates {
            let name = try #require(file.path.split(separator: "/").last)
            #expect(
                try Data(contentsOf: folder.appending(path: String(name))) == Data(file.bytes),
                "\(name) is not what the binary carries")
        }
    }
}
