import Mustache
package import SourceText

/// The templates of a site: our own, with the user's in place of those that have the same name.
package struct Templates: Sendable {
    let library: MustacheLibrary
    /// That of the pages of a site.
    let style: String
    /// That of the pages about the rules.
    let rulesStyle: String
    let script: String
    /// Inline styles and scripts that may act on a page.
    private(set) var trusted: TrustedParts
    /// Paths by template name, for what is wrong with a page as a whole.
    let paths: [String: String]

    /// Whether a file of the user's template folder is one of the templates, by its name or path; others are left alone.
    package static func isTemplate(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return name.hasSuffix(suffix) || styleNames.contains(name)
    }

    /// The same with styles of our own that pages may carry beside those of the templates.
    func trusting(_ styles: [String]) -> Templates {
        var templates = self
        templates.trusted = trusted.adding(styles)
        return templates
    }

    /// Renders a page that `loadTemplates` has checked.
    ///
    /// - Throws: when nothing comes out of it: nobody publishes an empty page on purpose.
    func render<Model>(_ page: TemplatePage<Model>, _ model: Model) throws(TemplateError) -> String {
        let value = page.view.value(model, in: page.format)
        // The checker has seen every page: the library holds it.
        let text = library.render(value.object, withTemplate: page.name) ?? ""
        guard !text.allSatisfy(\.isWhitespace) else {
            throw TemplateError(
                path: paths[page.name] ?? page.name, position: nil,
                message: "the page comes out empty; say something outside the sections, or remove the template")
        }
        return text
    }
}

/// A template that becomes a file of its own.
struct TemplatePage<Model: Sendable>: Sendable {
    /// `status.html`; the file is `status.html.mustache`.
    let name: String
    let format: TextFormat
    let view: View<Model>
}

private let suffix = ".mustache"
private let styleNames = ["style.css", "rules.css", "stale.js"]

/// Puts a user's templates over our own and checks every tag of every one of them.
///
/// - Parameter overrides: files of the user's template folder. A name counts without its folder. Files that are neither
///   templates nor one of `style.css`, `rules.css` and `stale.js` are left alone.
/// - Throws: `TemplateError` at the first tag that asks for what is not there, also in a section that would not be shown.
package func loadTemplates(overriding overrides: [SourceFile] = []) throws -> Templates {
    var files: [String: SourceFile] = [:]
    for file in defaultTemplates { files[fileName(file)] = file }
    for file in overrides where Templates.isTemplate(file.path) {
        try checkName(file)
        files[fileName(file)] = file
    }

    var sources: [String: SourceFile] = [:]
    for (name, file) in files where name.hasSuffix(suffix) { sources[String(name.dropLast(suffix.count))] = file }
    for page in templatePages {
        guard let file = sources[page.name], text(file).allSatisfy(\.isWhitespace) else { continue }
        throw TemplateError(
            path: file.path, position: nil,
            message: "the template is empty; remove it to have the built-in page")
    }
    var checker = TemplateChecker(files: sources)
    for page in templatePages { try checker.check(page: page.name, root: page.shape) }
    for file in overrides where fileName(file).hasSuffix(suffix) {
        let name = String(fileName(file).dropLast(suffix.count))
        if !checker.used.contains(name) {
            let hint = closestMatch(to: name, among: sources.keys.filter { $0 != name }.sorted())
            throw TemplateError(
                path: file.path, position: nil,
                message: "no page uses '\(name)'\(hint.map { "; did you mean '\($0)'?" } ?? "")")
        }
    }
    let style = text(files["style.css"])
    let rulesStyle = style + text(files["rules.css"])
    let script = text(files["stale.js"])
    return Templates(
        library: try library(sources), style: style, rulesStyle: rulesStyle, script: script,
        trusted: TrustedParts(in: sources.values.map(text), styles: [style, rulesStyle], script: script),
        paths: sources.mapValues(\.path))
}

/// Every template that becomes a file, and what it is given.
let templatePages: [(name: String, shape: TemplateShape)] = [
    (TemplatePage.statusHTML.name, TemplatePage.statusHTML.view.shape),
    (TemplatePage.statusMarkdown.name, TemplatePage.statusMarkdown.view.shape),
    (TemplatePage.mailHTML.name, TemplatePage.mailHTML.view.shape),
    (TemplatePage.mailText.name, TemplatePage.mailText.view.shape),
    (TemplatePage.checklistHTML.name, TemplatePage.checklistHTML.view.shape),
    (TemplatePage.portfolioHTML.name, TemplatePage.portfolioHTML.view.shape),
    (TemplatePage.historyHTML.name, TemplatePage.historyHTML.view.shape),
    (TemplatePage.planHTML.name, TemplatePage.planHTML.view.shape),
    (TemplatePage.flagsHTML.name, TemplatePage.flagsHTML.view.shape),
    (TemplatePage.kpisHTML.name, TemplatePage.kpisHTML.view.shape),
    (TemplatePage.reportHTML.name, TemplatePage.reportHTML.view.shape),
    (TemplatePage.reportMarkdown.name, TemplatePage.reportMarkdown.view.shape),
    (TemplatePage.reportsHTML.name, TemplatePage.reportsHTML.view.shape),
    (TemplatePage.findingsHTML.name, TemplatePage.findingsHTML.view.shape),
    (TemplatePage.checklistMarkdown.name, TemplatePage.checklistMarkdown.view.shape),
    (TemplatePage.checklistIndexHTML.name, TemplatePage.checklistIndexHTML.view.shape),
    (TemplatePage.rollbackHTML.name, TemplatePage.rollbackHTML.view.shape),
    (TemplatePage.rulesHTML.name, TemplatePage.rulesHTML.view.shape),
    (TemplatePage.ruleHTML.name, TemplatePage.ruleHTML.view.shape),
]

private func checkName(_ file: SourceFile) throws(TemplateError) {
    let name = fileName(file)
    guard name.hasSuffix(suffix) else { return }
    let format = name.dropLast(suffix.count).split(separator: ".").last.map(String.init)
    guard format.flatMap(TextFormat.init) != nil else {
        throw TemplateError(
            path: file.path, position: nil,
            message:
                "the name does not say what the template makes; end it in .html.mustache, .md.mustache or .txt.mustache"
        )
    }
}

/// All templates are parsed as plain text: their values come escaped.
private func library(_ sources: [String: SourceFile]) throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, file) in sources.sorted(by: { $0.key < $1.key }) {
        do {
            try library.register("{{% CONTENT_TYPE: TEXT}}\n" + file.text(0..<file.bytes.count), named: name)
        } catch let error as MustacheTemplate.ParserError {
            throw TemplateError(
                path: file.path,
                position: SourcePosition(
                    line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber),
                message: "the template cannot be read: \(error.error)")
        }
    }
    return library
}

private func fileName(_ file: SourceFile) -> String { String(file.path.split(separator: "/").last ?? "") }
private func text(_ file: SourceFile?) -> String { file.map { $0.text(0..<$0.bytes.count) } ?? "" }
