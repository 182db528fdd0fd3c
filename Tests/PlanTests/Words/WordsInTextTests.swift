import Plan
import SourceText
import Testing

/// What stands around a name in its text changes nothing.
@Test(arguments: ["checkoutFlag_v2", "HTTPFlags", "NEW_FLAG", "Größe und Flag", "étapePhase", "flagship", "--", ""])
func aNameInATextMeansWhatItMeansAlone(_ name: String) {
    let utf8 = Array("phase\(name)rollback".utf8)
    let range = 5..<utf8.count - 8
    #expect(Vocabulary.standard.classes(ofName: range, in: utf8) == Vocabulary.standard.classes(of: nameWords(name)))
}

@Test(arguments: ["rollback", "ÉTAPE", "Day", "days-", ""])
func aWordInATextMeansWhatItMeansAlone(_ word: String) {
    let utf8 = Array("x\(word)s".utf8)
    #expect(
        Vocabulary.standard.classes(ofWord: 1..<utf8.count - 1, in: utf8) == Vocabulary.standard.classes(of: word))
}

@Test(arguments: [
    ("newCheckout_v2", ["new", "Checkout", "v2"]), ("--HTTPErrors", ["HTTP", "Errors"]), ("", []),
    ("größeÄndern—×Œuvre²", ["größe", "Ändern", "Œuvre²"]),
])
func theWordsOfANameAreVisitedInPlace(_ name: String, _ words: [String]) {
    let utf8 = Array("a\(name)z".utf8)
    var found: [String] = []
    visitNameWords(utf8, in: 1..<utf8.count - 1) { found.append(String(decoding: utf8[$0], as: UTF8.self)) }
    #expect(found == words)
}

@Test(arguments: [("<", true), ("→", false), ("✅", false)] as [(Sign, Bool)])
func keyboardsHaveASCIISigns(_ sign: Sign, _ isASCII: Bool) {
    #expect(sign.isASCII == isASCII)
    #expect(Sign.thickArrow.isASCII)
}
