/// The files of a commit.
struct GitTree {
    struct Entry {
        enum Kind { case file, link, other }
        let kind: Kind
        /// From the repository's root, with `/` between its parts.
        let path: String
        /// Hash of its contents.
        let object: String
    }
    let repository: GitRepository
    let commit: GitCommit
    /// Sorted by their bytes, as git has them.
    let entries: [Entry]
    private let indices: [String: Int]

    init(_ commit: GitCommit, in repository: GitRepository) throws(CommandError) {
        self.repository = repository
        self.commit = commit
        let list = try repository.output(["ls-tree", "-r", "-z", "--full-tree", commit.hash])
        entries = list.split(separator: 0).compactMap(GitTree.entry)
        indices = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
    }

    /// `100644 blob HASH<TAB>PATH`.
    private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        guard let tab = line.firstIndex(of: 0x09) else { return nil }
        let words = line[..<tab].split(separator: 0x20)
        guard words.count == 3 else { return nil }
        let kind: Entry.Kind =
            words[0].elementsEqual("120000".utf8) ? .link : words[1].elementsEqual("blob".utf8) ? .file : .other
        return Entry(
            kind: kind, path: String(decoding: line[(tab + 1)...], as: UTF8.self),
            object: String(decoding: words[2], as: UTF8.self))
    }

    subscript(path: String) -> Entry? { indices[path].map { entries[$0] } }

    /// Every file and folder.
    var paths: Set<String> {
        var found: Set<String> = []
        for entry in entries {
            var path = entry.path[...]
            // What holds a folder that is known is known too.
            while found.insert(String(path)).inserted, let slash = path.lastIndex(of: "/") { path = path[..<slash] }
        }
        return found
    }

    /// The contents of files, in their order; a link has those of the file in the tree that it leads to, and none when it
    /// leads elsewhere.
    func contents(of files: [Entry]) throws(CommandError) -> [[UInt8]?] {
        var targets = files
        for _ in 0..<GitTree.mostLinks {
            let links = targets.indices.filter { targets[$0].kind == .link }
            guard !links.isEmpty else { break }
            for (index, target) in zip(links, try objects(links.map { targets[$0].object })) {
                let folder = parentFolder(of: targets[index].path)
                let path = target.map { normalized(joined(folder, String(decoding: $0, as: UTF8.self))) }
                targets[index] =
                    path.flatMap { self[$0] } ?? Entry(kind: .other, path: targets[index].path, object: "")
            }
        }
        let wanted = targets.indices.filter { targets[$0].kind == .file }
        var contents = [[UInt8]?](repeating: nil, count: files.count)
        for (index, bytes) in zip(wanted, try objects(wanted.map { targets[$0].object })) { contents[index] = bytes }
        return contents
    }

    /// Objects by their hashes, all from one process.
    private func objects(_ hashes: [String]) throws(CommandError) -> [[UInt8]?] {
        guard !hashes.isEmpty else { return [] }
        let result = try repository.run(
            ["cat-file", "--batch"], input: Array(hashes.map { $0 + "\n" }.joined().utf8))
        var rest = result.output[...]
        var found: [[UInt8]?] = []
        // `HASH blob SIZE`, the contents, a line break; `HASH missing`.
        while found.count < hashes.count, let end = rest.firstIndex(of: 0x0a) {
            let words = rest[..<end].split(separator: 0x20)
            guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
                rest.endIndex - end > size + 1
            else { break }
            found.append(Array(rest[(end + 1)..<(end + 1 + size)]))
            rest = rest[(end + 2 + size)...]
        }
        guard found.count == hashes.count else {
            throw CommandError(
                "the clone lacks contents of '\(shown(commit.name))' (\(commit.short)): it is a partial one",
                help: "fetch them with 'git diff --stat \(commit.short)', or clone without '--filter'")
        }
        return found
    }

    /// More links in a row lead in a circle.
    private static let mostLinks = 8
}
