/// What a template may ask for, told by the views that feed it, so that it cannot say anything else.
package enum TemplateReference {
    /// A page in Markdown: every template that becomes a file, every record, every key.
    package static var markdown: String {
        var text = """
            # Templates

            Every file of a site is made from one of these templates. A file of the same name in the folder that \
            `templates` in `plumbline.yml` names takes its place; `plumbline init --templates` writes all of them to begin \
            with. A tag that asks for what is not listed here fails the build, with file, line and the closest name.

            - **text** is always escaped: `{{title}}`. Where there is nothing to say it is absent, and a section \
            `{{#more}}…{{/more}}` over it empty.
            - **markup** is our own: `{{{style}}}`.
            - **flag** is yes or no: `{{#hasFlags}}…{{/hasFlags}}`, `{{^hasFlags}}…{{/hasFlags}}`.
            - A **list** is a section that is repeated; inside of it are the keys of its record, or `{{.}}`.
            - A **record** is a section too, or the front of a name: `{{verdict.headline}}`.

            `{{> tag.html}}` puts in another template, which sees the keys of the place where it stands.


            """
        for page in templatePages {
            text += "## \(page.name).mustache\n\n" + table(of: page.shape)
        }
        for record in records {
            guard case .record(let name, _) = record else { continue }
            text += "## \(name)\n\n" + table(of: record)
        }
        return String(text.dropLast())
    }

    /// The records inside of pages, each once, by name.
    static var records: [TemplateShape] {
        var found: [String: TemplateShape] = [:]
        var open = templatePages.flatMap { members(of: $0.shape) }
        while let shape = open.popLast() {
            switch shape {
            case .text, .markup, .flag: continue
            case .list(let element): open.append(element)
            case .record(let name, _):
                guard found.updateValue(shape, forKey: name) == nil else { continue }
                open += members(of: shape)
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// nil for a key that nobody has described.
    static func description(of key: String, in record: String) -> String? {
        keyDescriptions[record]?[key] ?? (record == "status" ? keyDescriptions["report"]?[key] : nil)
            ?? keyDescriptions["page"]?[key]
    }

    private static func members(of shape: TemplateShape) -> [TemplateShape] {
        guard case .record(_, let members) = shape else { return [] }
        return members.map(\.shape)
    }

    private static func table(of shape: TemplateShape) -> String {
        guard case .record(let record, let members) = shape else { return "" }
        let rows = members.map { key, shape in
            "| `\(key)` | \(kind(of: shape)) | \(description(of: key, in: record) ?? "") |\n"
        }
        return "| Key | Kind | Meaning |\n| --- | --- | --- |\n" + rows.joined() + "\n"
    }

    private static func kind(of shape: TemplateShape) -> String {
        switch shape {
        case .text: "text"
        case .markup: "markup"
        case .flag: "flag"
        case .list(.text): "list of texts"
        case .list(let element): "list of \(kind(of: element))"
        case .record(let name, _): "[\(name)](#\(name.lowercased()))"
        }
    }
}
