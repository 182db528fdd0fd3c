import Report

/// Colours for mail, where a style sheet cannot be relied on. Each pair has a contrast of at least 4.5.
enum MailPalette {
    static func ink(_ tone: Status.Tone) -> String {
        switch tone {
        case .ok: "#176f3d"
        case .off: "#6e5200"
        case .alert: "#9a3d00"
        case .crit: "#b3142c"
        case .active: "#2450bd"
        case .none: "#4d555f"
        }
    }

    static func paper(_ tone: Status.Tone) -> String {
        switch tone {
        case .ok: "#e5f4ea"
        case .off: "#fdf3d3"
        case .alert: "#ffe9d9"
        case .crit: "#ffe3e6"
        case .active: "#e6edfd"
        case .none: "#eef0f3"
        }
    }
}

extension Status.Symbol {
    /// The shape where nothing can be drawn: mail, Markdown and terminals. Of the geometric shapes that fonts share.
    var glyph: String {
        switch self {
        case .check: "✓"
        case .diamond: "◆"
        case .triangle: "▲"
        case .octagon: "✖"
        case .dashed: "?"
        case .half: "◐"
        case .circle: "○"
        }
    }
}
