import SourceText

/// Whether a document says that it is kept and no longer followed: in a folder `archive`, as `plan-archived.md`, or by a
/// title such as `Rollout plan (archived)`. A plan for an archive (`Archive service migration`) is a plan.
func isArchived(path: String, stem: String, title: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    return folders.contains(where: isArchiveMark) || isArchiveMark(stem[...])
        || nameWords(stem).last { !isNumber($0) } == "archived" || isArchivedTitle(title)
}

private func isArchivedTitle(_ title: String) -> Bool {
    let words = nameWords(title)
    // `(archived)`, `[ARCHIVED 2024]`, `Archive: the plan`.
    let marks: Set<Character> = ["(", ")", "[", "]", ":", "–", "—", "|"]
    if title.split(whereSeparator: marks.contains).contains(where: isArchiveMark) || words.last == "archived" {
        return true
    }
    guard words.count > 1 else { return false }
    if words[0] == "archived" { return ScopeWord.read(words[1]).allSatisfy { $0.telling == nil } }
    return archiveWords.contains(words[0]) && ["of", "der", "des", "von", "de", "del", "du"].contains(words[1])
}

/// `archive`, `Archived 2024`: the word and no more than a number.
private func isArchiveMark(_ text: Substring) -> Bool {
    let words = nameWords(text).filter { !isNumber($0) }
    return words.count == 1 && archiveWords.contains(words[0])
}

private func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { $0 &- 0x30 < 10 } }

let archiveWords: Set<String> = [
    "archive", "archives", "archived", "archiv", "archiviert", "archivo", "archivado", "archivé",
]
