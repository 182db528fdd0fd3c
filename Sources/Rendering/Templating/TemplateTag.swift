import SourceText

/// A `{{…}}` of a template.
struct TemplateTag {
    enum Kind: Equatable { case variable, raw, section, inverted, close, partial }
    let kind: Kind
    let name: String
    /// Byte offset of the opening braces.
    let offset: Int
}

/// Reads the tags of a template in order; comments are left out.
func readTags(_ file: SourceFile) throws(TemplateError) -> [TemplateTag] {
    let bytes = file.bytes
    var tags: [TemplateTag] = []
    var offset = 0
    while let open = find("{{", in: bytes, from: offset) {
        let triple = open + 2 < bytes.count && bytes[open + 2] == UInt8(ascii: "{")
        let start = open + (triple ? 3 : 2)
        guard let close = find(triple ? "}}}" : "}}", in: bytes, from: start) else {
            throw file.error("'{{' is never closed", at: open)
        }
        offset = close + (triple ? 3 : 2)
        if let tag = try readTag(file.text(start..<close), triple: triple, at: open, in: file) { tags.append(tag) }
    }
    return tags
}

private func readTag(
    _ content: String, triple: Bool, at offset: Int, in file: SourceFile
) throws(TemplateError) -> TemplateTag? {
    guard let sigil = content.first else { throw file.error("'{{}}' names nothing", at: offset) }
    let kind: TemplateTag.Kind
    switch sigil {
    case _ where triple: kind = .raw
    case "!": return nil
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .close
    case "&": kind = .raw
    case ">": kind = .partial
    case "<", "$":
        throw file.error("template inheritance is not supported; include a partial with '{{> name.html}}'", at: offset)
    case "=": throw file.error("other delimiters than '{{' and '}}' are not supported", at: offset)
    case "%": throw file.error("pragmas are not supported; the file's name says what is escaped and how", at: offset)
    default: kind = .variable
    }
    let hasSigil = !triple && kind != .variable
    let name = content.dropFirst(hasSigil ? 1 : 0).drop(while: \.isWhitespace)
    let trimmed = String(name.reversed().drop(while: \.isWhitespace).reversed())
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy(isNameByte) else {
        throw file.error("'\(trimmed)' is no name; names are letters, digits, dots and hyphens", at: offset)
    }
    return TemplateTag(kind: kind, name: trimmed, offset: offset)
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
    default: false
    }
}

private func find(_ needle: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let pattern = Array("\(needle)".utf8)
    guard start + pattern.count <= bytes.count else { return nil }
    return (start...(bytes.count - pattern.count)).first { at in
        bytes[at] == pattern[0] && bytes[at..<at + pattern.count].elementsEqual(pattern)
    }
}

extension SourceFile {
    func error(_ message: String, at offset: Int) -> TemplateError {
        TemplateError(path: path, position: position(at: offset), message: message)
    }
}
