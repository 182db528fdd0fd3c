import SourceText

/// A text as it is compared with another: its words and nothing else.
func normalised(_ text: String) -> String { nameWords(text).joined(separator: " ") }
