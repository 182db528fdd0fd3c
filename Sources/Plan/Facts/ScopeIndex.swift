package import SourceText

/// Tells whether two facts may be about the same thing, by the documents and headings that they stand under.
///
/// Nothing here proves that two facts belong together; it only finds reasons why they may not: two plans in one folder,
/// two environments, two services, an example.
package struct ScopeIndex: Sendable {
    private struct Document: Sendable {
        let scope: DocumentScope
        let folders: [Int]
    }
    private let documents: [String: Document]
    private let folders: FolderNumbers
    /// Numbers of folders that hold a document with phases of its own, in themselves or below.
    private let foldersWithPhases: Set<Int>

    package init(_ documents: [PlanDocument], _ phases: [Phase]) {
        var folders = FolderNumbers()
        var found: [String: Document] = [:]
        for document in documents where found[document.path] == nil {
            found[document.path] = Document(scope: document.scope, folders: folders.add(document.path))
        }
        var withPhases: Set<Int> = []
        var seen: Set<String> = []
        for phase in phases {
            for name in phase.names where seen.insert(name.span.path).inserted {
                withPhases.formUnion(found[name.span.path]?.folders ?? folders.add(name.span.path))
            }
        }
        self.documents = found
        self.folders = folders
        foldersWithPhases = withPhases
    }

    /// What the document and the headings around a place say of a fact there, to be looked up once a fact.
    ///
    /// - Parameter words: What the fact is called; a heading may repeat it.
    package func scope(at span: SourceSpan, without words: Set<String> = []) -> FactScope {
        let document = documents[span.path]
        let section = document?.scope.section(at: span.range.lowerBound) ?? .none
        return FactScope(
            path: span.path, document: document?.scope, folders: document?.folders ?? folders.numbers(of: span.path),
            section: section, words: section.words.isEmpty ? [] : section.words(without: words))
    }

    /// Whether two facts may belong to one plan and one environment.
    ///
    /// What stands under examples, appendices and records of the past belongs to none.
    package func mayBelongTogether(_ left: FactScope, _ right: FactScope) -> Bool {
        let (mine, other) = (left.section, right.section)
        guard !mine.isAside, !other.isAside, mine.environments == other.environments else { return false }
        return left.path == right.path || !areInTwoPlans(left.folders, right.folders)
    }

    /// As `mayBelongTogether`, for facts without a name of their own (a day, a phase's number): two documents of one kind
    /// that speak of different things are two plans.
    package func mayBeOneSubject(_ left: FactScope, _ right: FactScope) -> Bool {
        guard mayBelongTogether(left, right) else { return false }
        guard left.path != right.path, let mine = left.document, let other = right.document, mine.kind == other.kind
        else { return true }
        return mine.subject.isSubset(of: other.subject) || other.subject.isSubset(of: mine.subject)
    }

    /// As `mayBeOneSubject`, for facts of one name that each section may state anew for a service of its own.
    package func mayBeOneSection(_ left: FactScope, _ right: FactScope) -> Bool {
        guard left.section.moments == right.section.moments, mayBeOneSubject(left, right) else { return false }
        if left.words == right.words { return true }
        // A summary in another document need not repeat the heading.
        return left.path != right.path
            && (left.words.isEmpty && !right.namesCondition
                || right.words.isEmpty && !left.namesCondition)
    }

    package func mayBelongTogether(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
        mayBelongTogether(scope(at: left), scope(at: right))
    }

    /// Telling words of the headings above a place, plurals cut, without words that every plan uses.
    package func headings(at span: SourceSpan) -> Set<String> { section(at: span).words }

    /// Whether a place stands under the heading of a phase, which may state anew what the plan states once.
    package func isInPhase(_ span: SourceSpan) -> Bool { section(at: span).isInPhase }

    /// Number of the section that holds a place, from 0; -1 ahead of the first heading.
    package func sectionNumber(at span: SourceSpan) -> Int {
        documents[span.path]?.scope.sectionNumber(at: span.range.lowerBound) ?? -1
    }

    private func section(at span: SourceSpan) -> SectionScope {
        documents[span.path]?.scope.section(at: span.range.lowerBound) ?? .none
    }

    /// Two sub-folders that each hold phases hold a plan each.
    private func areInTwoPlans(_ left: [Int], _ right: [Int]) -> Bool {
        guard let parting = zip(left, right).first(where: { $0 != $1 || $0 == FolderNumbers.unknown }) else {
            return false
        }
        return foldersWithPhases.contains(parting.0) && foldersWithPhases.contains(parting.1)
    }
}

/// What the document and the headings around a fact say of it; `ScopeIndex` compares them.
package struct FactScope: Sendable {
    fileprivate let path: String
    /// nil for a file that is no document of the plan.
    fileprivate let document: DocumentScope?
    fileprivate let folders: [Int]
    fileprivate let section: SectionScope
    /// Telling words of the headings, without what the fact is called.
    fileprivate let words: Set<String>

    /// Under such headings a measure has limits of its own.
    fileprivate var namesCondition: Bool { SectionScope.namesCondition(words) }
}

/// Folders as numbers: each with its parents has one, so that paths are compared without looking at their letters.
private struct FolderNumbers: Sendable {
    /// A folder that holds no document.
    static let unknown = -1

    private struct Folder: Hashable {
        let parent: Int
        let name: Substring
    }
    private var numbers: [Folder: Int] = [:]

    /// Numbers of the folders that hold a file, the outermost first.
    mutating func add(_ path: String) -> [Int] {
        var parent = FolderNumbers.unknown
        return FolderNumbers.names(path).map { name in
            let folder = Folder(parent: parent, name: name)
            parent = numbers[folder] ?? numbers.count
            numbers[folder] = parent
            return parent
        }
    }

    /// As `add`, for a file that need not be known.
    func numbers(of path: String) -> [Int] {
        var parent: Int? = FolderNumbers.unknown
        return FolderNumbers.names(path).map { name in
            parent = parent.flatMap { numbers[Folder(parent: $0, name: name)] }
            return parent ?? FolderNumbers.unknown
        }
    }

    private static func names(_ path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { Substring($0) }
    }
}
