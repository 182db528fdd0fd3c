/// Text for XML 1.0, elements and attributes alike.
enum XMLText {
    /// Without what XML cannot hold even as a reference (2.2 of its recommendation): two code points that are no characters;
    /// control characters go as they do on pages.
    static func escape(_ text: String) -> String {
        var held = String.UnicodeScalarView()
        held.append(contentsOf: text.unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF })
        return TextFormat.html.escape(String(held))
    }
}
