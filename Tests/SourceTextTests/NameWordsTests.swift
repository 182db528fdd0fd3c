import SourceText
import Testing

@Suite struct NameWordsTests {
    @Test(arguments: [
        ("hookExecution_ms", ["hook", "execution", "ms"]), ("HTTPErrors", ["http", "errors"]),
        ("p95 Latency", ["p95", "latency"]), ("", []), ("--", []),
        ("Größe-Änderung", ["größe", "änderung"]), ("🚀 Phase 2: Déploiement", ["phase", "2", "déploiement"]),
        ("ÉtapeClé", ["étape", "clé"]),
    ])
    func aNameIsCutIntoSmallWords(_ name: String, _ words: [String]) {
        #expect(nameWords(name) == words)
        #expect(nameWords(name[...]) == words)
    }
}
