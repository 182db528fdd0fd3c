import SourceText

/// Where each section of a document ends, and which one holds it.
package struct SectionNesting {
    /// Byte offsets, in the order of the sections.
    package let ends: [Int]
    /// Indices; nil for an outermost section.
    package let parents: [Int?]

    package init(of document: PlanDocument) {
        var ends = document.sections.map { _ in document.source.bytes.count }
        var parents: [Int?] = []
        var open: [Int] = []
        for (index, section) in document.sections.enumerated() {
            while let last = open.last, document.sections[last].level >= section.level {
                ends[last] = section.start
                open.removeLast()
            }
            parents.append(open.last)
            open.append(index)
        }
        (self.ends, self.parents) = (ends, parents)
    }
}
