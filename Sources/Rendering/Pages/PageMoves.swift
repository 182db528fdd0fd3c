/// Where anchors and links of a site's pages lead when all pages stand in one.
struct PageMoves {
    /// The start page first: its anchors keep their names.
    let paths: [String]

    /// What an anchor for a page is called: `checklists/move.html` becomes `page-checklists-move`.
    static func name(of path: String) -> String {
        let stem = path.hasSuffix(".html") ? path.dropLast(5) : path[...]
        return "page-\(stem.replacing("/", with: "-"))"
    }

    /// A page with its anchors and links as they are in the page of all.
    ///
    /// Values are escaped on our pages, so that a quotation mark behind an equals sign stands only in a tag.
    func moved(_ page: [UInt8], from path: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(page.count + page.count / 16)
        var copied = 0
        var index = 0
        while index + 1 < page.count {
            guard page[index] == UInt8(ascii: "="), page[index + 1] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            let start = index + 2
            guard let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) else { break }
            let nameStart = page[..<index].lastIndex { !isNameByte($0) }.map { $0 + 1 } ?? 0
            let name = String(decoding: page[nameStart..<index], as: UTF8.self)
            // The shapes of the statuses stand once in the page of all.
            let isSymbol =
                page[..<nameStart].suffix(5).elementsEqual("<use ".utf8) && page[start...].starts(with: "#s-".utf8)
            if !isSymbol, PageMoves.moving.contains(name) {
                let value = moved(String(decoding: page[start..<end], as: UTF8.self), of: name, from: path)
                // Without a value the attribute goes, with the space before it.
                result += page[copied..<(value == nil ? max(nameStart - 1, copied) : start)]
                if let value { result += value.utf8 }
                copied = value == nil ? end + 1 : end
            }
            index = end + 1
        }
        result += page[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    private static let moving: Set<String> = [
        "id", "href", "aria-labelledby", "aria-describedby", "aria-controls", "for", "headers",
    ]

    /// nil for an address that leads nowhere any more.
    private func moved(_ value: String, of attribute: String, from path: String) -> String? {
        guard attribute == "href" else {
            return value.split(separator: " ").map { anchor(String($0), on: path) }.joined(separator: " ")
        }
        if value.contains(":") { return value }
        let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : resolved(parts[0], from: path)
        guard paths.contains(target) else { return nil }
        if parts.count > 1 { return "#\(anchor(parts[1], on: target))" }
        return target == paths.first ? "#" : "#\(PageMoves.name(of: target))"
    }

    private func anchor(_ name: String, on path: String) -> String {
        path == paths.first ? name : "\(PageMoves.name(of: path))--\(name)"
    }

    private func resolved(_ address: String, from path: String) -> String {
        var parts = path.split(separator: "/").dropLast()
        for part in address.split(separator: "/") {
            if part == ".." { parts = parts.dropLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
}
