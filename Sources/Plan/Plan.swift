/// What a team's planning documents say, as values; every fact knows where it stands and how it was read.
package struct Plan: Sendable {
    package var title: String?
    /// First day of the plan, when front matter or configuration says it.
    package var start: CivilDate?
    /// IANA name, `Europe/Berlin`.
    package var timezone: String?
    /// Where title, start and zone stand.
    package var origins: PlanOrigins
    package var documents: [PlanDocument]
    package var phases: [Phase]
    package var days: [PlanDay]
    package var flags: [Flag]
    /// Names that a setting or a command turns on or off, or that the text switches on or brings to a share, and that
    /// nothing makes a flag.
    package var switchedNames: [Claim<String>]
    package var thresholds: [Threshold]
    package var triggers: [Trigger]
    package var dashboards: [Dashboard]
    package var rollbackProcedures: [RollbackProcedure]
    package var checklists: [Checklist]
    package var risks: [Risk]
    package var successCriteria: [SuccessCriterion]
    package var communications: [Communication]
    package var userWaves: [UserWave]
    package var commands: PlanCommands
    package var monitoring: Monitoring
    package var aims: [PhaseAim]
    package var descents: [ShareDescent]
    package var holds: [StageHold]
    package var settings: [ConfiguredSetting]
    package var configuredNames: [ConfiguredName]
    /// Numbered lists outside of all phases, as an overview of them would be.
    package var namedLists: [[NamedItem]]

    package init(
        title: String? = nil, start: CivilDate? = nil, timezone: String? = nil,
        origins: PlanOrigins = PlanOrigins(), documents: [PlanDocument] = [],
        phases: [Phase] = [], days: [PlanDay] = [], flags: [Flag] = [],
        switchedNames: [Claim<String>] = [], thresholds: [Threshold] = [],
        triggers: [Trigger] = [], dashboards: [Dashboard] = [], rollbackProcedures: [RollbackProcedure] = [],
        checklists: [Checklist] = [], risks: [Risk] = [], successCriteria: [SuccessCriterion] = [],
        communications: [Communication] = [], userWaves: [UserWave] = [],
        commands: PlanCommands = PlanCommands(), monitoring: Monitoring = Monitoring(), aims: [PhaseAim] = [],
        descents: [ShareDescent] = [], holds: [StageHold] = [], settings: [ConfiguredSetting] = [],
        configuredNames: [ConfiguredName] = [], namedLists: [[NamedItem]] = []
    ) {
        self.title = title
        self.start = start
        self.timezone = timezone
        self.origins = origins
        self.documents = documents
        self.phases = phases
        self.days = days
        self.flags = flags
        self.switchedNames = switchedNames
        self.thresholds = thresholds
        self.triggers = triggers
        self.dashboards = dashboards
        self.rollbackProcedures = rollbackProcedures
        self.checklists = checklists
        self.risks = risks
        self.successCriteria = successCriteria
        self.communications = communications
        self.userWaves = userWaves
        self.commands = commands
        self.monitoring = monitoring
        self.aims = aims
        self.descents = descents
        self.holds = holds
        self.settings = settings
        self.configuredNames = configuredNames
        self.namedLists = namedLists
    }

    /// The phase whose days hold a day of the plan.
    package func phase(onDay day: Int) -> Phase? { phases.first { $0.days?.contains(day) == true } }
    /// Number of the plan's last day, from phases and days; nil when neither is counted in days.
    package var lastDay: Int? { (phases.compactMap { $0.days?.upperBound } + days.map(\.number)).max() }
}
