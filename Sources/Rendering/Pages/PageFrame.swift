import Report

/// What stands around every page: policy, style, navigation, whether the page can still be trusted, verdict, origin.
struct PageFrame: Sendable {
    let report: Report
    /// The page of the navigation that this one is or belongs to.
    let page: SitePage
    /// Where the page will stand, relative to the output directory.
    let path: String
    /// What the page is about: `Checklists`.
    let heading: String
    let assets: PageAssets

    /// A page of the navigation, or one that belongs to it under a heading of its own.
    init(_ report: Report, page: SitePage, path: String? = nil, heading: String? = nil, assets: PageAssets) {
        self.report = report
        self.page = page
        self.path = path ?? page.path
        self.heading = heading ?? page.label
        self.assets = assets
    }

    /// Leads from the page's folder to the start page's: empty or `../`.
    var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }
}

/// Our own style and script.
struct PageAssets: Sendable {
    let style: String
    let script: String
}

/// What the partials `head.html`, `top.html` and `foot.html` ask for.
func frameFields<Model: Sendable>(_ frame: @escaping @Sendable (Model) -> PageFrame) -> [Field<Model>] {
    assetFields { frame($0).assets } + [
        .text("title") { frame($0).report.title }, .text("heading") { frame($0).heading },
        .text("root") { frame($0).root }, .list("pages", .navigation) { NavigationLink.all(on: frame($0).page) },
        .record("verdict", .verdict) { frame($0).report.verdict },
        .record("trust", .trust) { frame($0).report.trust },
        .record("provenance", .provenance) { frame($0).report.provenance },
    ]
}

/// What any page of our own needs to show a style and to be held to its policy.
func assetFields<Model>(_ assets: @escaping @Sendable (Model) -> PageAssets) -> [Field<Model>] {
    [
        .markup("contentSecurityPolicy") { _ in ContentSecurityPolicy.placeholder },
        .markup("style") { assets($0).style }, .markup("script") { assets($0).script },
    ]
}

private struct NavigationLink: Sendable {
    let page: SitePage
    let isCurrent: Bool

    static func all(on current: SitePage) -> [NavigationLink] {
        SitePage.allCases.map { NavigationLink(page: $0, isCurrent: $0 == current) }
    }
}

extension View where Model == NavigationLink {
    fileprivate static var navigation: Self {
        View([.text("label") { $0.page.label }, .text("path") { $0.page.path }, .flag("isCurrent") { $0.isCurrent }])
    }
}
