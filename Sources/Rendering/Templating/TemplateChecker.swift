import SourceText

/// Holds every tag of a template and its partials against the keys that will be there, rendered or not.
struct TemplateChecker {
    /// By template name, `tag.html`.
    let files: [String: SourceFile]
    /// Names of the templates that pages included.
    private(set) var used: Set<String> = []

    init(files: [String: SourceFile]) { self.files = files }

    mutating func check(page name: String, root: TemplateShape) throws(TemplateError) {
        guard let file = files[name] else { return }
        used.insert(name)
        try check(file, format: formatName(name), scopes: [root], including: [name])
    }

    private mutating func check(
        _ file: SourceFile, format: String, scopes: [TemplateShape], including: [String]
    ) throws(TemplateError) {
        var scopes = scopes
        var open: [TemplateTag] = []
        for tag in try readTags(file) {
            switch tag.kind {
            case .variable, .raw: try checkVariable(tag, in: file, scopes: scopes)
            case .section, .inverted:
                let shape = try resolve(tag, in: file, scopes: scopes)
                open.append(tag)
                scopes.append(tag.kind == .section ? inner(shape) : .flag)
            case .close:
                guard let opened = open.popLast() else {
                    throw file.error("'{{/\(tag.name)}}' closes a section that was never opened", at: tag.offset)
                }
                guard opened.name == tag.name else {
                    let line = file.line(at: opened.offset)
                    throw file.error(
                        "'{{/\(tag.name)}}' stands where '{{/\(opened.name)}}' must close the section of line \(line)",
                        at: tag.offset)
                }
                scopes.removeLast()
            case .partial: try checkPartial(tag, in: file, format: format, scopes: scopes, including: including)
            }
        }
        if let tag = open.last { throw file.error("'{{#\(tag.name)}}' is never closed", at: tag.offset) }
    }

    private func checkVariable(_ tag: TemplateTag, in file: SourceFile, scopes: [TemplateShape]) throws(TemplateError) {
        let shape = try resolve(tag, in: file, scopes: scopes)
        switch (shape, tag.kind) {
        case (.text, .variable), (.markup, .raw): return
        case (.text, _):
            throw file.error("'\(tag.name)' is text and always escaped; write '{{\(tag.name)}}'", at: tag.offset)
        case (.markup, _):
            throw file.error("'\(tag.name)' is markup; write '{{{\(tag.name)}}}'", at: tag.offset)
        case (.flag, _):
            throw file.error("'\(tag.name)' is yes or no; write '{{#\(tag.name)}}…{{/\(tag.name)}}'", at: tag.offset)
        case (.list, _), (.record, _):
            let keys = inner(shape).keys
            let help = keys.isEmpty ? "" : "; inside it are \(keys.joined(separator: ", "))"
            throw file.error(
                "'\(tag.name)' is no text; write '{{#\(tag.name)}}…{{/\(tag.name)}}'\(help)", at: tag.offset)
        }
    }

    private mutating func checkPartial(
        _ tag: TemplateTag, in file: SourceFile, format: String, scopes: [TemplateShape], including: [String]
    ) throws(TemplateError) {
        guard let partial = files[tag.name] else {
            let names = files.keys.sorted().filter { formatName($0) == format }
            let hint =
                closestMatch(to: tag.name, among: names).map { "; did you mean '\($0)'?" }
                ?? "; add \(tag.name).mustache"
            throw file.error("there is no template '\(tag.name)'\(hint)", at: tag.offset)
        }
        guard formatName(tag.name) == format else {
            throw file.error(
                "'\(tag.name)' is not \(format); its values would be escaped for something else", at: tag.offset)
        }
        guard !including.contains(tag.name) else {
            throw file.error(
                "'\(tag.name)' includes itself: \((including + [tag.name]).joined(separator: " → "))", at: tag.offset)
        }
        used.insert(tag.name)
        try check(partial, format: format, scopes: scopes, including: including + [tag.name])
    }

    /// Looks a name up as the renderer does: the innermost scope that knows its first part, then member by member.
    private func resolve(
        _ tag: TemplateTag, in file: SourceFile, scopes: [TemplateShape]
    ) throws(TemplateError) -> TemplateShape {
        if tag.name == "." { return scopes.last ?? .flag }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, var shape = scopes.reversed().lazy.compactMap({ $0.member(first) }).first else {
            throw unknown(parts[0], of: tag, in: file, among: scopes.reversed().flatMap(\.keys))
        }
        for part in parts.dropFirst() {
            guard let member = shape.member(part) else { throw unknown(part, of: tag, in: file, among: shape.keys) }
            shape = member
        }
        return shape
    }

    private func unknown(
        _ part: String, of tag: TemplateTag, in file: SourceFile, among keys: [String]
    ) -> TemplateError {
        let name = part == tag.name ? "'\(part)'" : "'\(part)' in '\(tag.name)'"
        if let hint = closestMatch(to: part, among: keys) {
            return file.error("\(name) is no key here; did you mean '\(hint)'?", at: tag.offset)
        }
        let known = keys.isEmpty ? "there are none" : "known here: \(keys.joined(separator: ", "))"
        return file.error("\(name) is no key here; \(known)", at: tag.offset)
    }

    /// What a section sees inside.
    private func inner(_ shape: TemplateShape) -> TemplateShape {
        if case .list(let element) = shape { return element }
        return shape
    }

    private func formatName(_ name: String) -> String { String(name.split(separator: ".").last ?? "") }
}
