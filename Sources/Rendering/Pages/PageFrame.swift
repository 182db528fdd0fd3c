import Report

/// A page of a plan's site and where it stands.
struct PageFrame: Sendable {
    let report: Report
    /// The page of the navigation that this one is or belongs to.
    let page: SitePage
    /// Where the page will stand, relative to the output directory.
    let path: String
    /// What the page is about: `Checklists`.
    let heading: String
    let assets: PageAssets
    /// What it is printed on, and what the foot of each sheet says.
    let pageRule: String

    /// A page of the navigation, or one that belongs to it under a heading of its own.
    ///
    /// - Parameter digest: Of what the page shows, where that is not all documents.
    init(
        _ report: Report, page: SitePage, path: String? = nil, heading: String? = nil, digest: String? = nil,
        assets: PageAssets
    ) {
        self.report = report
        self.page = page
        self.path = path ?? page.path
        self.heading = heading ?? page.label
        self.assets = assets
        pageRule = assets.paper.rule(digest: digest ?? report.provenance.shortDigest, madeAt: report.trust.madeAt)
    }

    fileprivate var surroundings: PageSurroundings {
        PageSurroundings(
            title: report.title, heading: heading, verdict: report.verdict, trust: report.trust,
            provenance: report.provenance, pageRule: pageRule, hasFeed: true,
            hasCalendar: !report.calendar.events.isEmpty,
            root: String(repeating: "../", count: path.count { $0 == "/" }),
            pages: SitePage.allCases.map { NavigationLink(page: $0, isCurrent: $0 == page) }, assets: assets)
    }
}

/// What stands around every page: policy, style, navigation, whether the page can still be trusted, verdict, origin.
struct PageSurroundings: Sendable {
    /// Of the plan, or of the overview of several.
    let title: String
    let heading: String
    let verdict: VerdictReport
    let trust: TrustReport
    let provenance: Provenance
    /// What the page is printed on.
    let pageRule: String
    /// Whether a feed stands beside the pages.
    var hasFeed = false
    /// Whether a calendar stands beside the pages.
    var hasCalendar = false
    /// Leads from the page's folder to the start page's: empty or `../`.
    var root = ""
    var pages: [NavigationLink] = []
    let assets: PageAssets
}

struct NavigationLink: Sendable {
    let page: SitePage
    let isCurrent: Bool
}

/// What all pages of a site share.
struct PageAssets: Sendable {
    let style: String
    let script: String
    var paper = PaperSize.a4
    /// Title of the overview that the plan is one of; nil for a plan that stands alone.
    var portfolio: String?
}

/// What the partials `head.html`, `top.html` and `foot.html` ask for on a page of a plan.
func frameFields<Model: Sendable>(_ frame: @escaping @Sendable (Model) -> PageFrame) -> [Field<Model>] {
    surroundingFields { frame($0).surroundings }
}

/// What these partials ask for.
func surroundingFields<Model: Sendable>(
    _ around: @escaping @Sendable (Model) -> PageSurroundings
) -> [Field<Model>] {
    assetFields { around($0).assets } + [
        .markup("pageRule") { around($0).pageRule },
        .text("title") { around($0).title }, .text("heading") { around($0).heading },
        .text("root") { around($0).root }, .text("portfolio") { around($0).assets.portfolio },
        .list("pages", .navigation) { around($0).pages }, .record("verdict", .verdict) { around($0).verdict },
        .record("trust", .trust) { around($0).trust }, .record("provenance", .provenance) { around($0).provenance },
        .flag("hasFeed") { around($0).hasFeed }, .flag("hasCalendar") { around($0).hasCalendar },
    ]
}

/// What any page of our own needs to show a style and to be held to its policy.
func assetFields<Model>(_ assets: @escaping @Sendable (Model) -> PageAssets) -> [Field<Model>] {
    [
        .markup("contentSecurityPolicy") { _ in ContentSecurityPolicy.placeholder },
        .markup("style") { assets($0).style }, .markup("script") { assets($0).script },
    ]
}

extension View where Model == NavigationLink {
    fileprivate static var navigation: Self {
        View([.text("label") { $0.page.label }, .text("path") { $0.page.path }, .flag("isCurrent") { $0.isCurrent }])
    }
}
