import Report
import Testing

@testable import Rendering

/// Text contrast of at least 4.5 (WCAG 2.2, 1.4.3), in mail and in both themes of the style sheet.
@Suite struct ContrastTests {
    @Test(arguments: Status.Tone.allCases)
    func mailColours(tone: Status.Tone) throws {
        #expect(try contrast(MailPalette.ink(tone), MailPalette.paper(tone)) >= 4.5)
        // The two halves of a badge.
        #expect(try contrast("#fff", MailPalette.ink(tone)) >= 4.5)
        #expect(try contrast("#fff", Badge.labelColor) >= 4.5)
    }

    @Test(arguments: ["light", "dark"])
    func styleSheetColours(theme: String) throws {
        let css = try loadTemplates().style
        let blocks = css.split(separator: ":root {").map { $0.prefix { $0 != "}" } }
        let block = try #require(theme == "light" ? blocks.first : blocks.dropFirst().first)
        var colours: [String: String] = [:]
        for declaration in block.split(separator: ";") {
            let parts = declaration.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
            if parts.count == 2, parts[0].hasPrefix("--") { colours[String(parts[0].dropFirst(2))] = String(parts[1]) }
        }
        func check(_ ink: String, on paper: String) throws {
            let ratio = try contrast(try #require(colours[ink]), try #require(colours[paper]))
            #expect(ratio >= 4.5, "\(ink) on \(paper) has \(ratio) in the \(theme) theme")
        }
        for tone in Status.Tone.allCases { try check(tone.rawValue, on: "\(tone.rawValue)-bg") }
        for paper in ["page", "card", "active-bg"] {
            try check("ink", on: paper)
            try check("soft", on: paper)
        }
        for tone in Status.Tone.allCases { try check("ink", on: "\(tone.rawValue)-bg") }
        try check("accent", on: "page")
    }

    private func contrast(_ left: String, _ right: String) throws -> Double {
        let (a, b) = (try luminance(left), try luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance as WCAG defines it.
    private func luminance(_ colour: String) throws -> Double {
        var digits = String(colour.dropFirst())
        if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        let value = try #require(Int(digits, radix: 16))
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// x to the power of 2.4 for 0 < x ≤ 1: x² · x^(2/5), the fifth root by Newton's method.
    private func power(_ x: Double) -> Double {
        var root = x
        for _ in 0..<60 { root -= (root * root * root * root * root - x) / (5 * root * root * root * root) }
        return x * x * root * root
    }
}
