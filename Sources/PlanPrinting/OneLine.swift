import SourceText

/// A text of a document as it may stand on one line of any output: line breaks and runs of spaces are one space, control
/// characters and changes of the writing direction are made visible.
func onOneLine(_ text: String) -> String {
    var line = ""
    var hasPendingSpace = false
    for character in text {
        if character.isWhitespace {
            hasPendingSpace = !line.isEmpty
        } else {
            if hasPendingSpace { line += " " }
            hasPendingSpace = false
            line += TerminalText.cell(character).text
        }
    }
    return line
}
