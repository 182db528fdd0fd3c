import MarkdownTree
import Plan
import SourceText

/// The task items of one section.
struct ChecklistSighting: Sendable {
    let section: String
    let path: [String]
    let phase: PhaseHeading?
    let items: [ChecklistItem]
    let span: SourceSpan
}

extension DocumentOutline {
    /// Sections with task items of their own, in reading order.
    func readChecklists() -> [ChecklistSighting] {
        var ids = UniqueNames()
        return sections.compactMap { section in
            let lines = section.lines.filter { $0.task != nil }
            guard let first = lines.first, let last = lines.last else { return nil }
            let title =
                section.level == 0
                ? (source.path.split(separator: "/").last.map(String.init) ?? source.path) : section.title.text
            let items = lines.map { line in
                ChecklistItem(
                    id: ids.unique(slug("\(title) \(line.text.text)")), text: line.text.text,
                    checked: line.task == .done,
                    depth: line.depth, span: line.text.span)
            }
            return ChecklistSighting(
                section: title, path: ancestors(of: section).filter { $0.level > 1 }.reversed().map(\.title.text),
                phase: phase(of: section)?.heading, items: items,
                span: section.heading == nil ? first.text.span.union(last.text.span) : section.title.span)
        }
    }
}

/// Gives a name that was given before a number: `backup`, `backup-2`.
struct UniqueNames {
    private var counts: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        return count == 1 ? name : "\(name)-\(count)"
    }
}

/// Lower case letters and digits joined by `-`: what ids are made of.
func slug(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return unicodeSlug(text) }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 {
        switch byte {
        case 0x30...0x39, 0x61...0x7a: result.append(byte)
        case 0x41...0x5a: result.append(byte | 0x20)
        default: if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
        }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}

private func unicodeSlug(_ text: String) -> String {
    var result = ""
    var pendingDash = false
    for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            if pendingDash, !result.isEmpty { result += "-" }
            pendingDash = false
            result.unicodeScalars.append(scalar)
        } else {
            pendingDash = true
        }
    }
    return result
}
