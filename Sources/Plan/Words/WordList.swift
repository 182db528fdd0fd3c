/// The words of one class, apart by spaces, in the four languages that are read without being told.
///
/// Lower case. `roll+back` is two words that stand side by side.
struct WordList: Sendable {
    let wordClass: WordClass
    let english: String
    let german: String
    let spanish: String
    let french: String

    init(
        _ wordClass: WordClass, _ english: String, german: String = "", spanish: String = "", french: String = ""
    ) {
        self.wordClass = wordClass
        self.english = english
        self.german = german
        self.spanish = spanish
        self.french = french
    }
}
