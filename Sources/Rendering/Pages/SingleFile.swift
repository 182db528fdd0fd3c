import SourceText

/// One page with everything of a site in it, for a mail or an archive: the start page, then what the other pages say, each
/// as a section. Links between pages become links inside the page; those to other files become text.
///
/// - Parameters:
///   - files: Of the site; only its pages count.
///   - order: Paths of pages, the start page before all others; those that it lacks follow by their names.
/// - Throws: `TemplateError` for a page without a `main` element: nobody can tell what it says.
func singleFile(of files: [RenderedFile], order: [String]) throws(TemplateError) -> RenderedFile {
    let pages = files.filter { $0.path.hasSuffix(".html") }
    let paths =
        order.filter { path in pages.contains { $0.path == path } }
        + pages.map(\.path).filter { !order.contains($0) }.sorted()
    let sites = PageMoves(paths: paths)
    var sections: [String] = []
    for path in paths {
        guard let file = pages.first(where: { $0.path == path }) else { continue }
        let page = sites.moved(file.bytes, from: path)
        guard let main = content(of: "main", in: page) else {
            throw TemplateError(
                path: path, position: nil,
                message: "the page has no 'main' element, and without one it cannot be part of a single file")
        }
        if path == paths.first {
            sections.append(page)
        } else {
            let heading = content(of: "h1", in: page).map { "<h1>\($0)</h1>\n" } ?? ""
            sections.append(
                "<section class=\"page\" id=\"\(PageMoves.name(of: path))\">\n\(heading)\(main)</section>\n")
        }
    }
    let start = sections.first ?? ""
    let rest = sections.dropFirst().joined()
    return RenderedFile(
        path: "site.html", text: start.replacing("</main>", with: rest + "</main>", maxReplacements: 1))
}

/// What stands between the first start tag of an element and its end tag.
private func content(of element: String, in page: String) -> Substring? {
    guard let open = page.firstRange(of: "<\(element)"),
        let start = page[open.upperBound...].firstIndex(of: ">"),
        let end = page[start...].firstRange(of: "</\(element)>")
    else { return nil }
    return page[page.index(after: start)..<end.lowerBound]
}
