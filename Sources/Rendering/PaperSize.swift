import Report

/// What the pages are printed on unless a printer's settings say otherwise.
package enum PaperSize: String, Sendable, CaseIterable {
    case a4, letter

    /// As CSS calls it.
    var name: String { self == .a4 ? "A4" : "letter" }

    /// The rule that a page's own print depends on: the paper, and what the foot of every sheet says beside its number.
    ///
    /// It becomes a style of its own in the page, which no document has a part in: a digest and a time.
    func rule(digest: String, report: Report) -> String {
        let note = "Documents \(digest) · as of \(report.trust.madeAt.text)"
        return "@page{size:\(name);@bottom-left{content:\"\(note.unicodeScalars.map(escaped).joined())\"}}"
    }

    /// As it may stand in a string of CSS inside a page.
    private func escaped(_ scalar: Unicode.Scalar) -> String {
        let isPlain =
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || " .,:+·-".unicodeScalars.contains(scalar)
        return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
}
