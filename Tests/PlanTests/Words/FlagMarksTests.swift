import Plan
import Testing

struct FlagMarksTests {
    @Test(arguments: [
        ("VITE_NEW_MENU", ["new", "menu"]), ("NEXT_PUBLIC_MENU", ["menu"]), ("vite", ["vite"]),
        ("newMenu", ["new", "menu"]),
    ])
    func prefixesOfBuildTools(_ name: String, _ words: [String]) {
        #expect(flagWords(name) == words)
    }

    @Test(arguments: [
        ("FEATURE_NEW_MENU", ["new", "menu"]), ("NEW_MENU_ENABLED", ["new", "menu"]),
        ("VITE_FEATURE_NEW_MENU_ENABLED", ["new", "menu"]), ("FEATURE_FLAG", ["flag"]), ("NEW_MENU", nil),
        ("VITE_FLAG", nil), ("FLAG_", nil), ("feature_new_menu", nil), ("_", nil),
    ])
    func tellingWords(_ name: String, _ words: [String]?) {
        #expect(unmarkedFlagWords(name).map { Array($0.words[$0.telling]) } == words)
    }

    @Test(arguments: [
        ("FEAURE_NEW_MENU", ["new", "menu"]), ("FETAURE_NEW_MENU", ["new", "menu"]),
        ("VITE_FEATRUE_NEW_MENU", ["new", "menu"]), ("NEW_MENU_ENABELD", ["new", "menu"]),
        ("NEW_MENU_ENBLED", ["new", "menu"]),
        ("FEATURE_NEW_MENU", nil), ("FEATURES_NEW_MENU", nil), ("EATURE_NEW_MENU", nil), ("FEAURE", nil),
        ("feaure_new_menu", nil), ("FEAURE_", nil),
    ])
    func misspelledMarks(_ name: String, _ words: [String]?) {
        #expect(wordsBesideMisspelledMark(name) == words)
    }
}
