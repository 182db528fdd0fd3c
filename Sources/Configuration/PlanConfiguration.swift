package import Plan

/// The settings of a plan, as `plumbline.yml` gives them; every key may be absent.
package struct PlanConfiguration: Sendable {
    package var title: String?
    /// Folders of plans with settings of their own, relative to the configuration's folder; empty for a single plan.
    package var plans: [Claim<String>] = []
    /// Day 1 of the plan.
    package var start: CivilDate?
    /// IANA name of the zone in which days and clock times are meant: `Europe/Berlin`.
    package var timezone: Claim<String>?
    /// Where title and start stand in the settings.
    package var origins = PlanOrigins()
    /// Saturdays and Sundays are no days of the plan.
    package var workingDaysOnly = false
    /// Patterns relative to the configuration's folder; empty means every Markdown document below it.
    package var documents: [String] = []
    package var metrics: [String] = []
    package var results: [String] = []
    /// Patterns of what people tell while the plan runs; nil where nobody says.
    package var updates: [String]?
    /// In the order of the file, as are the names.
    package var checks: [CheckConfiguration] = []
    package var resultNames: [ResultNameConfiguration] = []
    /// Seconds after which good news counts no more; nil where nobody says.
    package var resultLimit: Double?
    /// Folder with templates that replace built-in ones, relative to the configuration's folder.
    package var templates: String?
    /// Folder for the finished site, relative to the configuration's folder.
    package var output: String?
    /// Where the site is published, with a slash at its end: `https://status.example.org/hooks/`.
    package var site: String?
    /// What the pages are printed on: `a4` or `letter`.
    package var paper: String?
    /// Whether what is printed is also made as PDF.
    package var makesPDF = false
    /// Seconds between two runs of `build`; a page older than this says so.
    package var updateInterval: Double?
    /// In the order of the file.
    package var indicators: [IndicatorConfiguration] = []
    package var plannedWindows: [PlannedWindowConfiguration] = []
    /// Who is asked for what no file measures.
    package var prometheus: PrometheusConfiguration?
    package var mail: MailConfiguration?
    /// What `lint` reports, and how loud.
    package var lint = LintConfiguration()
    /// Words of the team's own, beside those that are read without being told.
    package var words: [WordClass: [String]] = [:]

    /// What the plan's documents are read with.
    package var vocabulary: Vocabulary { words.isEmpty ? .standard : .standard.adding(words) }

    package init() {}
}

package struct MailConfiguration: Sendable {
    package let from: String?
    package let to: [String]
    package let subjectPrefix: String?
}
