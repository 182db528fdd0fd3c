/// A page that every page of the site leads to, in the order of the navigation.
enum SitePage: String, CaseIterable, Sendable {
    case status = "index.html"

    /// Relative to the output directory.
    var path: String { rawValue }

    /// What a link to it says.
    var label: String {
        switch self {
        case .status: "Status"
        }
    }
}
