import SourceText

/// The words that plans are written with, in English, German, Spanish and French; matched whole, never inside another word.
///
/// A value that is handed to whoever reads: a team may have words of its own.
package struct Vocabulary: Sendable {
    let table: WordTable

    /// What is read without being told.
    package static let standard: Vocabulary = {
        var builder = WordTableBuilder()
        for lists in [
            planWords, riskWords, scopeWords, timeWords, rolloutWords, rollbackWords, measureWords, limitWords,
            measureNameWords, amountWords, gradeWords, monitoringWords, documentWords,
        ] {
            for list in lists {
                let classes = WordClassSet(list.wordClass)
                builder.add(list.english, classes)
                builder.add(list.german, classes)
                builder.add(list.spanish, classes)
                builder.add(list.french, classes)
            }
        }
        for (index, (unit, words)) in Unit.listed.enumerated() {
            builder.add(words, unit == .percent ? WordClassSet(.percentWord) : [], .unit(index))
        }
        for (index, words) in monthNames.enumerated() {
            builder.add(words, WordClassSet(.monthName), .month(index + 1))
        }
        for (index, words) in spelledNumbers.enumerated() {
            builder.add(words, WordClassSet(.spelledNumber), .number(index + 1))
        }
        for (index, phrases) in ComparisonPhrase.groups.enumerated() {
            builder.add(phrases[0].words[0], [.comparison], .comparison(index))
        }
        return Vocabulary(table: builder.table())
    }()

    /// The same words, and a team's own: each alone or two side by side (`roll back`), in whatever letters.
    package func adding(_ words: [WordClass: [String]]) -> Vocabulary {
        var builder = table.builder
        for (wordClass, added) in words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for word in added {
                let parts = TokenizedText(word).words.joined(separator: "+")
                builder.add(parts, WordClassSet(wordClass))
            }
        }
        return Vocabulary(table: builder.table())
    }

    /// What one word means, as a name or a title has it; nothing when the vocabulary does not hold it.
    package func classes(of word: String) -> WordClassSet { table.meaning(of: word)?.classes ?? [] }
    package func classes(of word: Substring) -> WordClassSet { table.meaning(of: word)?.classes ?? [] }

    /// What any of several words mean.
    @inlinable package func classes(of words: some Sequence<String>) -> WordClassSet {
        var all = WordClassSet()
        for word in words { all.formUnion(classes(of: word)) }
        return all
    }

    /// What any of the words of a name mean, as `nameWords` cuts it.
    package func classes(ofName name: String) -> WordClassSet {
        let utf8 = Array(name.utf8)
        return classes(ofName: utf8.indices, in: utf8)
    }

    /// The unit that a word stands for.
    package func unit(named word: String) -> Unit? {
        table.meaning(of: word)?.details.unit.map { Unit.listed[$0].0 }
    }
}
