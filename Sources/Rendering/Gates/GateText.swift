package import Assessment
import SourceText

/// A gate for a terminal: the decision, then what speaks against it, then what speaks for it.
///
/// - Parameter color: whether escape sequences are allowed; words say the same without them.
package func gateText(_ gate: Gate, color: Bool) -> String {
    let word = gate.decision == .go ? "GO" : "NO-GO"
    let head = color ? "\u{1B}[1;\(code(gate.decision))m\(word)\u{1B}[0m" : word
    var text = "\(head)  \(plain(gate.scope)): \(plain(gate.summary))\n"
    let ordered = gate.lines.filter { $0.decision == .noGo } + gate.lines.filter { $0.decision == .go }
    for line in ordered {
        let place = line.span.map { " [\($0.path):\($0.start.line)]" } ?? ""
        let mark = line.decision == .go ? "go   " : "no-go"
        text += color ? "  \u{1B}[\(code(line.decision))m\(mark)\u{1B}[0m" : "  \(mark)"
        text += "  \(plain("\(line.name): \(line.state): \(line.reason)\(place)"))\n"
    }
    return text
}

private func code(_ decision: Gate.Decision) -> String { decision == .go ? "32" : "31" }

/// A text from a document loses its control characters on the way.
private func plain(_ text: String) -> String { TextFormat.plain.escape(text) }
