import Plan
import Report
import SourceText

/// The verdict as a badge: the plan's name and a word, in a shape and a colour.
struct Badge {
    let label: String
    let message: String
    let status: Status
    /// What somebody hears or reads who points at it; a picture cannot know when it has become old.
    let title: String

    init(_ report: Report) {
        label = shortened(TextFormat.plain.escape(report.title))
        message = report.verdict.status.word.lowercased()
        status = report.verdict.status
        title =
            "\(TextFormat.plain.escape(report.title)): \(report.verdict.headline), as of \(report.trust.madeAt.text)"
    }

    /// What shields.io takes from an `endpoint` badge.
    var endpoint: OrderedJSON {
        .object([
            ("schemaVersion", .integer(1)), ("label", .string(label)), ("message", .string(message)),
            ("color", .string(color)), ("isError", .bool([.alert, .crit, .none].contains(status.tone))),
        ])
    }

    /// White stands on it with a contrast of at least 4.5.
    private var color: String { MailPalette.ink(status.tone) }

    /// Darker than any tone of a verdict.
    static let labelColor = "#24292f"

    /// As flat badges are drawn, without style sheet, font file or request.
    var svg: String {
        let (left, right) = (textWidth(label), textWidth(message))
        let leftBox = left + 12
        let rightBox = right + 30
        let width = leftBox + rightBox
        func number(_ value: Double) -> String { formatNumber((value * 10).rounded() / 10) }
        func text(_ text: String, at x: Double, width: Double) -> String {
            "<text x=\"\(number(x))\" y=\"14\" textLength=\"\(number(width))\" lengthAdjust=\"spacingAndGlyphs\">"
                + "\(XMLText.escape(text))</text>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="20" \
            viewBox="0 0 \(number(width)) 20" role="img">
            <title>\(XMLText.escape(title))</title>
            <path d="M3 0h\(number(leftBox - 3))v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="\(Badge.labelColor)"/>
            <path d="M\(number(leftBox)) 0h\(number(rightBox - 3))a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-\(number(rightBox - 3))z" \
            fill="\(color)"/>
            <g aria-hidden="true" fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
            \(text(label, at: 6, width: left))
            <g transform="translate(\(number(leftBox + 6)) 4) scale(0.75)" fill="none" stroke="#fff" stroke-width="2">\
            \(shape(status.symbol, on: color))</g>
            \(text(message, at: leftBox + 24, width: right))
            </g>
            </svg>

            """
    }
}

/// The shapes of the pages, in a square of 16.
private func shape(_ symbol: Status.Symbol, on paper: String) -> String {
    switch symbol {
    case .check: #"<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3 7 10.7l4.4-5"/>"#
    case .diamond: #"<path d="M8 1 15 8 8 15 1 8z"/><path d="M8 4.8v3.7M8 10.2v1.6"/>"#
    case .triangle: #"<path d="M8 1.6 15 14.4H1z" stroke-linejoin="round"/><path d="M8 6v4M8 11.2v1.5"/>"#
    case .octagon:
        ##"<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="#fff"/><path d="M8 4v5M8 10.6v1.6" stroke="\##(paper)"/>"##
    case .dashed: #"<circle cx="8" cy="8" r="7" stroke-dasharray="2.6 2"/><path d="M5 8h6"/>"#
    case .half: ##"<circle cx="8" cy="8" r="7"/><path d="M8 1a7 7 0 0 1 0 14z" fill="#fff"/>"##
    case .circle: #"<circle cx="8" cy="8" r="6.5"/>"#
    }
}

private let longestLabel = 32

/// A title that is too long for a badge ends at a word.
private func shortened(_ title: String) -> String {
    guard title.count > longestLabel else { return title }
    let start = title.prefix(longestLabel)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return "\(words)…"
}

/// Pixels that a text takes in sans-serif of 11 pixels, about; the badge says so to whoever draws it.
private func textWidth(_ text: String) -> Double {
    let width = text.unicodeScalars.reduce(0.0) { sum, scalar in
        sum + (asciiWidths[scalar] ?? (scalar.value < 0x1100 ? 7 : 11))
    }
    return max(width.rounded(.up), 1)
}

/// Advances of DejaVu Sans, which are those of Verdana within half a pixel.
private let asciiWidths: [Unicode.Scalar: Double] = {
    let groups: [(Double, String)] = [
        (3, "IJijl"), (3.5, " ,./:;\\|"), (4, "-f"), (4.5, "!()[]rt'"), (5, "\""), (5.5, "*_`s"), (6, "?Lcz"),
        (6.5, "FPTYakovxy"), (7, "$0123456789EKSbdeghnpqu{}"), (7.5, "ABCRVXZ"), (8, "NU"), (8.5, "&DGHOQ"),
        (9, "#+<=>^w~"), (9.5, "M"), (10.5, "%m"), (11, "@W"),
    ]
    return Dictionary(
        groups.flatMap { width, scalars in scalars.unicodeScalars.map { ($0, width) } },
        uniquingKeysWith: { first, _ in first })
}()
