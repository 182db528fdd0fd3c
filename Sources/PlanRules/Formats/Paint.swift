/// Whether the text format paints, which is for terminals only.
package enum TextStyle: Sendable {
    case plain, ansi
}

/// The few colours that output uses.
enum Paint: String {
    case error = "1;31"
    case warning = "1;33"
    case info = "1;36"
    case strong = "1"
    case frame = "34"

    func callAsFunction(_ text: String, _ style: TextStyle) -> String {
        switch style {
        case .plain: text
        case .ansi: "\u{1b}[\(rawValue)m\(text)\u{1b}[0m"
        }
    }
}
