import Plan
import SourceText
import Testing

private func classes(of text: String, in vocabulary: Vocabulary = .standard) -> WordClassSet {
    TokenizedText(utf8: Array(text.utf8), vocabulary: vocabulary).classes
}

@Test(arguments: [
    ("rollback", WordClass.rollback), ("Zurückrollen", .rollback), ("REVERSIÓN", .rollback),
    ("retour arrière", .rollback),
    ("Phasen", .phase), ("Etappe", .stage), ("ÉTAPE", .stage), ("ola", .wave), ("Meilenstein", .milestone),
    ("Abbruchkriterium", .trigger), ("Ausrollen", .rollout), ("despliegue", .rollout), ("déploiement", .rollout),
    ("Zeitplan", .schedule), ("durée", .duration), ("Maßnahme", .mitigation), ("días", .day),
    // Accents behind their letters, as macOS writes them.
    ("di\u{301}as", .day), ("Zuru\u{308}ckrollen", .rollback), ("E\u{301}TAPE", .stage),
    ("<", .comparisonSign), ("12", .number), ("%", .percentSign), ("09:30", .clockTime), ("2026-01-12", .calendarDate),
])
func aWordMeansTheSameInFourLanguages(_ text: String, _ wordClass: WordClass) {
    #expect(classes(of: text).contains(wordClass))
}

/// Nothing is found inside another word, and a phrase needs both of its words side by side.
@Test(arguments: [
    ("rollbacks-are", WordClass.phase), ("phaseout", .phase), ("rollbacked", .rollback), ("today", .day),
    ("weekday", .week), ("arrière", .rollback), ("retour en arrière", .rollback), ("arrière retour", .rollback),
    ("", .phase), ("\u{301}", .day),
])
func wordsAreMatchedWhole(_ text: String, _ wordClass: WordClass) {
    #expect(!classes(of: text).contains(wordClass))
}

@Test func aTextMentionsWhatItsWordsMean() {
    let text = TokenizedText("Roll the cache back when errors exceed 2 % of requests")
    #expect(text.mentions(.enable) && text.mentions(.trigger) && text.mentions(.percentSign))
    #expect(text.mentions([.flag, .comparison]))
    #expect(!text.mentions([.flag, .mitigation]))
    let part = text.tokens.part(text.tokens.indices(within: 0..<14))
    #expect(part.compactMap(text.word) == ["roll", "the", "cache"])
    #expect(part.classes.contains(.enable) && !part.classes.contains(.trigger))
}

@Test func aTeamMayHaveWordsOfItsOwn() throws {
    let phase = try #require(WordClass(name: "phase"))
    let rollback = try #require(WordClass(name: "rollback"))
    let own = Vocabulary.standard.adding([phase: ["Tranche", "Étape-clé"], rollback: ["back out"]])
    #expect(classes(of: "TRANCHE 2", in: own).contains(.phase))
    #expect(classes(of: "étape clé", in: own).contains(.phase))
    #expect(classes(of: "Back-out", in: own).contains(.rollback))
    #expect(classes(of: "Rückfall", in: own).contains(.rollback))
    #expect(!classes(of: "tranche", in: .standard).contains(.phase))
    #expect(!classes(of: "back", in: own).contains(.rollback))
}

@Test func manyWordsOfATeamAreAllFound() {
    let words = (0..<5000).map { "wort\($0 * 7919)x" }
    let own = Vocabulary.standard.adding([.risk: words])
    #expect(words.allSatisfy { own.classes(of: $0).contains(.risk) })
    #expect(own.classes(of: "rollback").contains(.rollback))
    #expect(own.classes(of: "wort1x").isEmpty)
}

@Test func everyExtendableClassHasAnOwnName() {
    let names = WordClass.extendable
    #expect(Set(names).count == names.count)
    #expect(Set(names.compactMap { WordClass(name: $0) }).count == names.count)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7a).contains($0) } })
    #expect(WordClass(name: "plain") == nil && WordClass(name: "") == nil)
}

@Test func classesFitTheirBits() {
    for wordClass in WordClass.allCases {
        let set = WordClassSet(wordClass)
        #expect(WordClass.allCases.filter(set.contains) == [wordClass])
    }
}

@Test(arguments: ["checkoutFlag_v2", "checkout-flag", "NEW_FLAG", "Größe und Flag"])
func aNameMeansWhatItsWordsMean(_ name: String) {
    #expect(Vocabulary.standard.classes(ofName: name).contains(.flag))
    #expect(Vocabulary.standard.classes(ofName: name) == Vocabulary.standard.classes(of: nameWords(name)))
}

@Test func aNameIsNoWordOfItself() {
    #expect(!Vocabulary.standard.classes(ofName: "flagship").contains(.flag))
    #expect(Vocabulary.standard.classes(ofName: "").isEmpty)
}

@Test(arguments: ["Überwachung", "ROLLBACK", "étape", "day"])
func aWordMeansTheSameInAStringAndInAPartOfOne(_ word: String) {
    let text = "x \(word) y"
    let part = text.dropFirst(2).dropLast(2)
    #expect(Vocabulary.standard.classes(of: part) == Vocabulary.standard.classes(of: word))
    #expect(TokenizedText(word).classes == Vocabulary.standard.classes(of: word))
}
