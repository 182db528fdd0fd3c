/// GitHub takes comments of 65,536 characters and step summaries of 1 MiB; other services take less.
private let commentBytes = 60_000

/// Markdown that fits a comment: what is too long ends with whole lines and says so.
func fitForComment(_ markdown: String) -> String {
    guard markdown.utf8.count > commentBytes else { return markdown }
    let ending = "\n\nThe rest is left out here, so that this fits a comment: see the pages.\n"
    let room = commentBytes - ending.utf8.count
    let cut = markdown.utf8.prefix(room).lastIndex(of: UInt8(ascii: "\n")) ?? markdown.startIndex
    return String(markdown[..<cut]) + ending
}
