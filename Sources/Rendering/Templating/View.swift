/// How a value of the report is laid before a template: one table gives both the keys and their values.
struct View<Model: Sendable>: Sendable {
    /// Of the record, as the page about the keys calls it.
    let name: String
    let fields: [Field<Model>]

    /// - Parameter name: That of the property which declares the view.
    init(_ fields: [Field<Model>], name: String = #function) {
        self.name = name
        self.fields = fields
    }

    var shape: TemplateShape { .record(name: name, fields.map { ($0.name, $0.shape) }) }

    func value(_ model: Model, in format: TextFormat) -> TemplateValue {
        var members: [String: TemplateValue] = [:]
        for field in fields { members[field.name] = field.value(model, format) }
        return .record(members)
    }
}

struct Field<Model: Sendable>: Sendable {
    let name: String
    let shape: TemplateShape
    let value: @Sendable (Model, TextFormat) -> TemplateValue

    /// nil makes sections over the key empty.
    static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Self {
        Field(name: name, shape: .text) { model, format in get(model).map { .text(format.escape($0)) } ?? .absent }
    }

    /// Only for text that no document has a part in.
    static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Self {
        Field(name: name, shape: .markup) { model, _ in .text(get(model)) }
    }

    /// Lines of a code block in another language than the template's, made harmless there by whoever wrote them; anywhere
    /// else they are text like any other.
    static func code(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Self {
        Field(name: name, shape: .markup) { model, format in
            get(model).map { .text(format == .markdown ? $0 : format.escape($0)) } ?? .absent
        }
    }

    static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Self {
        Field(name: name, shape: .flag) { model, _ in .flag(get(model)) }
    }

    static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Self {
        Field(name: name, shape: .list(.text)) { model, format in
            .list(get(model).map { .text(format.escape($0)) })
        }
    }

    /// Lines to be typed as they are: tabs keep their place in them.
    static func code(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Self {
        Field(name: name, shape: .list(.text)) { model, format in
            .list(
                get(model).map { line in
                    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                    return .text(parts.map { format.escape(String($0)) }.joined(separator: "\t"))
                })
        }
    }

    static func list<Element: Sendable>(
        _ name: String, _ view: View<Element>, _ get: @escaping @Sendable (Model) -> [Element]
    ) -> Self {
        Field(name: name, shape: .list(view.shape)) { model, format in
            .list(get(model).map { view.value($0, in: format) })
        }
    }

    static func record<Member: Sendable>(
        _ name: String, _ view: View<Member>, _ get: @escaping @Sendable (Model) -> Member?
    ) -> Self {
        Field(name: name, shape: view.shape) { model, format in
            get(model).map { view.value($0, in: format) } ?? .absent
        }
    }
}
