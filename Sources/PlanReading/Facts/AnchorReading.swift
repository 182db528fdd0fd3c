import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The anchors of the headings that open sections, one for each, and every other name that a link may lead to.
    func readAnchors() -> (headings: [String], others: [String]) {
        var unique = UniqueAnchors()
        var headings: [String] = []
        var others: [String] = []
        for node in document.headings {
            let title = node.allText.trimmed().text
            let given = givenAnchor(title)
            let anchor = unique.anchor(given?.title ?? title)
            if node.parent == document.root { headings.append(anchor) } else { others.append(anchor) }
            if let given { others.append(given.anchor) }
        }
        for node in document.rawHTML {
            guard let html = node.literal else { continue }
            var reader = HTMLAnchorReader(html.utf8)
            others += reader.run().map { $0.isTitle ? unique.anchor($0.text) : $0.text }
        }
        return (headings, others)
    }

    /// `Rollback {#way-back}`: what several site generators let an author write.
    private func givenAnchor(_ title: String) -> (title: String, anchor: String)? {
        guard title.hasSuffix("}"), let open = title.firstRange(of: "{#") else { return nil }
        let anchor = title[open.upperBound...].dropLast().prefix { $0 != " " }
        let rest = title[..<open.lowerBound]
        return anchor.isEmpty ? nil : (String(rest).trimmed, String(anchor))
    }
}

/// Finds the names in raw HTML that a link may lead to: `id` and `name` of any element, and the titles of headings.
private struct HTMLAnchorReader {
    struct Name {
        let text: String
        let isTitle: Bool
    }
    private let bytes: [UInt8]
    private var names: [Name] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() -> [Name] {
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            readAttributes(open + 1..<close)
            if isHeading(open) { readTitle(from: close) }
            index = min(close + 1, bytes.count)
        }
        return names
    }

    /// `id="way-back"`, `name='way-back'`, `id=way-back`
    private mutating func readAttributes(_ tag: Range<Int>) {
        let words = bytes[tag].split { $0 <= 0x20 }
        for word in words.dropFirst() {
            guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = String(decoding: word[..<equals], as: UTF8.self).lowercased()
            guard key == "id" || key == "name" else { continue }
            let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/")]
            let value = word[(equals + 1)...].drop { quotes.contains($0) }.prefix { !quotes.contains($0) }
            if !value.isEmpty { names.append(Name(text: String(decoding: value, as: UTF8.self), isTitle: false)) }
        }
    }

    /// `<h2`, as GitHub gives it an anchor too.
    private func isHeading(_ open: Int) -> Bool {
        open + 2 < bytes.count && bytes[open + 1] | 0x20 == UInt8(ascii: "h")
            && (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[open + 2])
    }

    /// The text up to the end of the heading, without the elements in it.
    private mutating func readTitle(from start: Int) {
        var text: [UInt8] = []
        var index = start + 1
        var isInTag = false
        while index < bytes.count, index < start + 400 {
            if bytes[index] == UInt8(ascii: "<") {
                if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"), isHeading(index + 1) { break }
                isInTag = true
            } else if bytes[index] == UInt8(ascii: ">") {
                isInTag = false
            } else if !isInTag {
                text.append(bytes[index])
            }
            index += 1
        }
        let title = String(decoding: text, as: UTF8.self).trimmed
        if !title.isEmpty { names.append(Name(text: title, isTitle: true)) }
    }
}

/// Anchors as GitHub makes them: lower case, spaces to dashes, punctuation dropped, `-1` behind the second of a kind.
struct UniqueAnchors {
    private var counts: [String: Int] = [:]

    mutating func anchor(_ title: String) -> String {
        let anchor = asciiAnchor(title) ?? unicodeAnchor(title)
        let count = counts[anchor, default: 0].raised()
        return count == 1 ? anchor : "\(anchor)-\(count - 1)"
    }

    private func asciiAnchor(_ title: String) -> String? {
        var title = title
        return title.withUTF8 { bytes -> String? in
            guard unsafe bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return unsafe String(unsafeUninitializedCapacity: bytes.count) { anchor in
                var count = 0
                for index in 0..<bytes.count {
                    guard let kept = unsafe UniqueAnchors.kept(bytes[index]) else { continue }
                    unsafe anchor[count] = kept
                    count += 1
                }
                return count
            }
        }
    }

    @inline(__always)
    private static func kept(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x20: UInt8(ascii: "-")
        case 0x41...0x5a: byte | 0x20
        case UInt8(ascii: "-"), UInt8(ascii: "_"), 0x30...0x39, 0x61...0x7a: byte
        default: nil
        }
    }

    private func unicodeAnchor(_ title: String) -> String {
        var anchor: [UInt8] = []
        for scalar in title.smallScalars {
            if scalar.isASCII {
                if let kept = UniqueAnchors.kept(UInt8(ascii: scalar)) { anchor.append(kept) }
            } else if scalar.isLetterOrNumber || scalar.properties.generalCategory == .nonspacingMark {
                anchor.append(contentsOf: scalar.utf8)
            }
        }
        return String(decoding: anchor, as: UTF8.self)
    }
}
