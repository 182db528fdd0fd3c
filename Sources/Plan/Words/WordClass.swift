/// A meaning that words of a plan carry: `rollback` is what `revert`, `zurückrollen` and `reversión` say.
///
/// A word may carry several. The words themselves stand in the tables beside this file.
@usableFromInline
package enum WordClass: UInt8, Sendable, Hashable, CaseIterable {
    // Parts of a plan.
    case phase, stage, wave, sprint, milestone, tranche, ring, batch, cohort, part, step, level, alternative
    case strategy, timeline, checklist, runbook, communication
    case numberHead, nameHead
    /// `Owner`, `Wer`: over a column of people.
    case ownerHead
    /// `Monitor for 24 hours`: what is done before the next step.
    case watching
    /// `go-live`, `cut-over`: the moment from which users have the new.
    case launch
    /// How a part stands, that it is done, and what plain titles over its tasks say.
    case status, done, task
    /// What phases of any plan do: names of nothing else tell no phase from another.
    case phaseKind

    // Time.
    case day, week, month, quarter, date, planned, duration, time, schedule, start, end, since, until, onward
    /// Between a thing and what is said of it: `Risk is low`, `Rollback takes 5 minutes`, `must be possible within`.
    case saying, possible
    /// `Runs from 4 to 15 May`
    case running
    /// First word of two that mean a rollback: `going back`, `marche arrière`.
    case rollbackLead
    /// `Total`, `Gesamtdauer`: all phases together.
    case total
    case rest, moment, cadence, frequency, immediate, notApplicable, effort, work, countdown
    /// `before`, `ago`: a length of time beside such a word lies elsewhere.
    case elsewhen

    // Rollouts and flags.
    case rollout, rolloutNoun, releasePart, raise, enable, disable, flag, flagContainer, share, percentKey
    case verify, condition, negation, insider, userGroup, everyone, bothWord
    /// What may stand between the word `flag` and the name, and before the word.
    case nameLink, flagAdjective
    /// `switch` names a flag only beside its name: ``the switch is `x` ``.
    case switchNoun
    case switchOn, switchOff
    /// What comes back to where it was reaches no more users.
    case backward
    /// Words of commands: what makes one speak of flags, what may stand before its program, what it does.
    case flagCommand, flagTool, programLead, askVerb, setVerb
    /// Keys of configured flags: a flag's own name, whether it is on, its parts, a value beside its weight.
    case nameKey, flagState, flagStructure, weightPart
    /// What a flag is when nobody sets it: `Default`.
    case preset
    /// A word in the name of a variable that makes it a flag, and one that makes its value a share.
    case flagName, shareName
    /// A word in the name of a variable that every program has: `METRICS_ENABLED`, `CACHE_PCT`.
    case plainSetting

    // Rollbacks.
    case rollback, trigger, occasion, halt, pause
    /// `goes wrong`, `nicht klappt`: behind an `if`, a title for the way back.
    case mishap
    /// What a trigger leads to, said strongly enough to be one wherever it stands.
    case triggerAction
    case action
    /// Titles with such a word speak about rollbacks without being one.
    case notProcedure
    /// A step with such a word is taken beside the others, before them or not at all.
    case beside
    /// `before`, `after`: in front of a rollback, what is done around it.
    case around
    /// `Scenario 2`, `Weg B`: what ways back are counted by where there are several.
    case wayNoun
    /// `Takes 10 minutes`, `Compter 15 minutes`: what a sentence on a length of time begins with.
    case taking
    /// What the parts of a single procedure are called: `Prerequisites`, `Verification`.
    case procedurePart
    /// A copy that is kept for bad days, and bringing it back.
    case backup, restoring
    /// `RTO`: a length of time that a rollback may take, in a word.
    case recovery

    // Measures and limits.
    case target, warning, alerting, critical, limit, thresholdNoun, goal, bound, metric, indicator, serviceLevel
    /// `Objectives`: a title over what a phase is to reach.
    case aim
    case success, criterion, criterionTitle, gate, issue, value, limitLead, measureLead
    case refresh, channel, escalation
    /// `We want fewer than 20 complaints`; `Expect:`, before what must be seen to go on.
    case wanting, expecting, seeing
    /// `What we watch`: a title over measures of a plan.
    case watched
    /// `lag`, `errors`, `outages`: what is limited wherever it is counted.
    case trouble

    // What limits are for, and the names of what they limit.
    /// `go back`, `marcha atrás`: a rollback told as something that people do.
    case goBack
    /// `kill switch`, `Abbruchkriterien`: says by itself that what follows stops the rollout.
    case stopSign, noGo
    /// `exit`, `entry`: as the key of a field, what must hold there.
    case passage
    /// `switch off`: what is done to a flag when a limit is broken.
    case switchingOff
    /// `set … back`, `brechen … ab`: a verb whose other half may stand far behind it.
    case returning
    /// `never`, `nicht`: turns the comparison behind it round; `stays`: what is said to stay so must.
    case refusal, staying
    /// `before Phase 2`: what must hold by then.
    case ahead
    case triggerNoun, when, only, notify, proceed, finished, failure, leadsTo, modal, zero
    /// `or more`, `oder weniger`: a comparison behind its number.
    case orMore, orLess
    /// `darf 1 % nicht überschreiten`: behind its number, too.
    case exceeding, undercutting
    /// `Halt rules`: what is decided beforehand.
    case rule
    /// Heads of columns that grade what is measured: `Healthy`, `Look closer`, `Blocks the release`.
    case fine, worrying, unacceptable
    /// `The wave ends when`: what must hold by then. `Hold if`: at the head of a statement, to pause.
    case leaving, holding
    /// `until`: what must hold by then. `no more is opened`: what is not done while a limit is broken.
    case waiting, advancing
    /// `longer`, `seit`: for how long something has been so.
    case lasting
    /// First word of a sentence that supposes something without `if`: `Should p99 exceed`, `Steigt die Quote`, `Bei mehr als`.
    case supposing
    /// `Conditions`: beside a word for going on, what must hold first.
    case prerequisite
    /// Between a demand and what is asked for: `must be 0`.
    case being
    case article, pronoun, between, phraseBound, placeLead, periodLead, upTo
    /// What a configuration calls a group of limits, what it limits that is no measure, and its shares.
    case limitHolder, settingName, resource, shareKey, current
    /// `Timeout ≤ 30 s`, `Sampling: at most 1 %`: what is set by design.
    case patience

    // How a plan is watched.
    /// What happens by itself, and what is done by hand.
    case automatic, manual
    /// `post`, `announce`: what is said in a channel is said there to be read.
    case posting
    /// `unlimited`, `ohne Begrenzung`: what a setting has where others have a number.
    case unbounded
    /// `sign-off`, `Freigabe`: what somebody has to say before a plan goes on.
    case approval
    /// `Decision: proceed or roll back`: what somebody has to choose.
    case decision

    // Risks.
    case risk, risks, mitigation, severityHead, severe, high, medium, low

    // What tells one part of a document from another.
    /// A section whose title says nothing else tells of the past.
    case past
    case aside, record, production, environment, trial, plain

    // What documents leave open, and how they refer to each other.
    /// `TBD`, `FIXME`, `to be decided`: what is still to be filled in.
    case placeholder
    /// `insert`, `your`: behind a bracket, what a form asks for.
    case fillIn
    /// `name`, `date`: alone in brackets, a blank of a form.
    case blank
    /// `TODO`, `open questions`: titles over what is known to be open.
    case openPoint
    /// `Result`, `Signature`: what is filled in when the plan is carried out.
    case filledLater
    /// `will write`, `repository`: beside a file's name, that it is yet to come or lies elsewhere.
    case fileElsewhere
    /// `Owner`, `Verantwortlich`: who does it.
    case owner
    /// `accepted`, `closed`: a risk that nothing need be done against.
    case accepted
    /// `verify`, `until healthy`, `dashboard`: how one sees that something worked. Wider than `verify`.
    case checking
    /// Words of commands that look and change nothing: `curl`, `logs`.
    case checkCommand
    /// `restore`, `irreversible`, `switch off`: any word on a way back, or on there being none.
    case returnWord

    // Little words.
    case of, to, and, per, each, about, amountQualifier, amountLead, shareLead, possessive, beneficiary
    case window, windowFiller, scheduleFiller, rangeJoin, rangeTo
    case average, median, peak
    /// `halved`, `hälfte`: beside a word for less, half of what was.
    case halved
    /// `max`, `min`: of a window beside a comparison, else bounds by themselves.
    case greatest, least
    case percentile

    // What is no word: every token of these kinds carries them.
    case number, percentSign, comparisonSign, plusSign, clockTime, calendarDate
    /// Begins a comparison in words: `more than`, `höchstens`.
    case comparison
    case monthName, weekday, spelledNumber, percentWord
}

extension WordClass {
    /// Names of the classes that a team may give words of its own, in the order in which a reader would look for them.
    package static let extendable: [String] = named.map(\.0)

    /// The class of that name; nil when there is none, or none that may be given words.
    package init?(name: String) {
        guard let found = WordClass.named.first(where: { $0.0 == name }) else { return nil }
        self = found.1
    }

    private static let named: [(String, WordClass)] = [
        ("phase", .phase), ("stage", .stage), ("wave", .wave), ("sprint", .sprint), ("milestone", .milestone),
        ("tranche", .tranche),
        ("ring", .ring), ("batch", .batch), ("cohort", .cohort),
        ("step", .step), ("level", .level), ("day", .day), ("week", .week), ("month", .month), ("date", .date),
        ("start", .start), ("end", .end), ("schedule", .schedule), ("duration", .duration), ("time", .time),
        ("freeze", .rest), ("immediate", .immediate), ("rollout", .rollout), ("raise", .raise), ("enable", .enable),
        ("disable", .disable), ("flag", .flag), ("share", .share), ("insider", .insider), ("rollback", .rollback),
        ("trigger", .trigger), ("halt", .halt), ("target", .target), ("warning", .warning), ("critical", .critical),
        ("limit", .limit), ("metric", .metric), ("indicator", .indicator), ("success", .success),
        ("criterion", .criterion), ("gate", .gate), ("risk", .risk), ("mitigation", .mitigation),
        ("communication", .communication), ("example", .aside), ("record", .record),
    ]
}
