import SourceText
import Testing

@Suite struct SingularTests {
    @Test(arguments: [
        ("users", "user"), ("año", "año"), ("años", "año"), ("ées", "ées"), ("status", "status"), ("class", "class"),
        ("analysis", "analysis"), ("ops", "ops"), ("", ""), ("s", "s"), ("ss", "ss"),
    ])
    func onlyPluralsAreCut(_ word: String, _ cut: String) {
        #expect(singular(word) == cut)
    }
}
