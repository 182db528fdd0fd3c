import SourceText
import Testing

@Suite struct WordSearchTests {
    @Test(arguments: [
        ("dry-run", "dry-run"), ("--dry-run", "dry-run"), ("run --dry", "dry"), ("ddry", "dry"), ("drdry", "dry"),
        ("größer", "ß"), ("", ""), ("a", ""),
    ])
    func aWordInATextIsFound(_ text: String, _ word: String) {
        #expect(text.holds(word))
    }

    @Test(arguments: [("dry run", "dry-run"), ("dr", "dry"), ("Dry", "dry"), ("", "dry"), ("drdr", "dry")])
    func aWordThatIsNotWholeIsNotFound(_ text: String, _ word: String) {
        #expect(!text.holds(word))
    }
}
