import SourceText

/// What words mean that stand in a text: no string is made of them.
extension Vocabulary {
    /// What one word means; nothing when the vocabulary does not hold it.
    package func classes(ofWord range: Range<Int>, in utf8: [UInt8]) -> WordClassSet {
        table.meaning(of: utf8, range)?.classes ?? []
    }

    /// What any of the words of a name mean, as `nameWords` cuts it.
    package func classes(ofName range: Range<Int>, in utf8: [UInt8]) -> WordClassSet {
        var all = WordClassSet()
        visitNameWords(utf8, in: range) { all.formUnion(classes(ofWord: $0, in: utf8)) }
        return all
    }
}
