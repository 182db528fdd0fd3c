import Mustache

/// What a template is fed with: named values, spelled out; nothing is read by reflection.
enum TemplateValue: Sendable {
    /// Escaped already.
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case record([String: TemplateValue])
    /// The key is known, but there is nothing to show: sections over it are empty.
    case absent

    /// The value in the types that swift-mustache knows.
    var object: Any {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let values): values.map(\.object)
        case .record(let members): Members(members: members)
        case .absent: Absent()
        }
    }

    private struct Members: MustacheParent {
        let members: [String: TemplateValue]
        func child(named name: String) -> Any? { members[name]?.object }
    }

    /// Answers for an absent value; a plain nil would make the lookup climb to a key of the same name further out.
    private struct Absent: MustacheParent, MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
        func child(named name: String) -> Any? { nil }
    }
}

/// What a template may ask for: the keys that `TemplateValue` will have, known before anything is rendered.
indirect enum TemplateShape: Sendable {
    case text
    /// Markup of our own (style sheet, script), inserted as it is.
    case markup
    case flag
    case list(TemplateShape)
    case record(name: String, [(name: String, shape: TemplateShape)])

    func member(_ name: String) -> TemplateShape? {
        guard case .record(_, let members) = self else { return nil }
        return members.first { $0.name == name }?.shape
    }
    var keys: [String] {
        guard case .record(_, let members) = self else { return [] }
        return members.map(\.name)
    }
}
