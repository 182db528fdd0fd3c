import Plan
import Report

extension View where Model == MeasureReport {
    static var measure: Self {
        View([
            .text("name") { $0.name }, .record("status", .mark) { $0.status }, .text("value") { $0.value },
            .text("basis") { $0.basis }, .list("limits", .limit) { $0.limits }, .record("band", .band) { $0.band },
            .text("reason") { $0.reason }, .text("age") { $0.age }, .text("source") { $0.source },
            .record("since", .time) { $0.since }, .text("evidence") { $0.evidence },
            .text("definedAt") { $0.definedAt },
            .text("limitsText") { $0.limitsText }, .text("chartID") { $0.chart.id },
            .text("spark") { $0.chart.spark.isEmpty ? nil : PathData.line($0.chart.spark) },
        ])
    }
}

extension View where Model == MeasureReport.LimitText {
    static var limit: Self { View([.text("level") { $0.level }, .text("text") { $0.text }]) }
}

extension View where Model == TriggerReport {
    static var trigger: Self {
        View([
            .text("text") { $0.text }, .record("status", .mark) { $0.status }, .text("reason") { $0.reason },
            .text("action") { $0.action }, .text("detail") { $0.detail },
        ])
    }
}

extension View where Model == LimitBand {
    static var band: Self {
        View([
            .list("zones", .zone) { $0.zones }, .list("marks", .bandMark) { $0.marks },
            .text("position") { $0.value.map(formatNumber) }, .flag("beyond") { $0.beyond },
            .text("description") { $0.description },
        ])
    }
}

extension View where Model == LimitBand.Zone {
    static var zone: Self {
        View([
            .text("start") { formatNumber($0.start) }, .text("width") { formatNumber($0.width) },
            .text("tone") { $0.tone.rawValue },
        ])
    }
}

extension View where Model == LimitBand.Mark {
    static var bandMark: Self {
        View([.text("position") { formatNumber($0.position) }, .text("label") { $0.label }])
    }
}

extension View where Model == TimelineReport {
    static var timeline: Self {
        View([
            .list("phases", .phase) { $0.phases }, .flag("hasAxis") { !$0.ticks.isEmpty },
            .list("ticks", .tick) { $0.ticks }, .text("todayPercent") { $0.todayPercent.map(formatNumber) },
            .text("todayLabel") { $0.todayLabel }, .text("description") { $0.description },
            .code("gantt") { mermaidGantt($0) },
        ])
    }
}

extension View where Model == TimelineReport.Tick {
    static var tick: Self {
        View([
            .text("label") { $0.label }, .text("percent") { formatNumber($0.percent) },
            .text("startPercent") { formatNumber($0.startPercent) }, .flag("isToday") { $0.isToday },
        ])
    }
}

extension View where Model == PhaseReport {
    static var phase: Self {
        View([
            .text("label") { $0.label }, .text("name") { $0.name }, .text("when") { $0.when },
            .text("dates") { $0.dates }, .record("status", .mark) { $0.status }, .text("reason") { $0.reason },
            .text("progress") { $0.progress }, .record("bar", .bar) { $0.bar }, .flag("isCurrent") { $0.isCurrent },
        ])
    }
}

extension View where Model == PhaseReport.Bar {
    static var bar: Self {
        View([
            .text("start") { formatNumber($0.start) }, .text("width") { formatNumber($0.width) },
            .text("done") { formatNumber($0.done) },
        ])
    }
}

extension View where Model == FlagsReport {
    static var flags: Self {
        View([
            .list("shown", .flag) { $0.shown }, .list("rest", .flag) { $0.rest },
            .text("restSummary") { $0.restSummary }, .text("summary") { $0.summary },
        ])
    }
}

extension View where Model == FlagReport {
    static var flag: Self {
        View([
            .text("name") { $0.name }, .record("status", .mark) { $0.status }, .text("reason") { $0.reason },
            .text("planned") { $0.planned }, .text("actual") { $0.actual }, .text("day") { $0.day },
            .text("next") { $0.next }, .record("reportedAt", .time) { $0.reportedAt },
            .flag("needsReason") { $0.status.tone != .ok && $0.status.symbol != .circle },
        ])
    }
}

extension View where Model == Obstacle {
    static var obstacle: Self {
        View([
            .text("title") { $0.title }, .record("status", .mark) { $0.status }, .text("reason") { $0.reason },
            .text("owner") { $0.owner }, .record("since", .time) { $0.since }, .text("wayBack") { $0.wayBack },
            .text("place") { $0.place }, .text("detail") { $0.detail },
        ])
    }
}

extension View where Model == NextStep {
    static var nextStep: Self {
        View([.text("title") { $0.title }, .text("when") { $0.when }, .text("detail") { $0.detail }])
    }
}

extension View where Model == FindingsReport {
    static var findings: Self {
        View([
            .text("summary") { $0.summary }, .flag("hasLines") { !$0.lines.isEmpty },
            .list("lines", .findingLine) { $0.lines }, .text("more") { $0.more },
        ])
    }
}

extension View where Model == FindingsReport.Line {
    static var findingLine: Self {
        View([
            .text("rule") { $0.rule }, .record("status", .mark) { $0.status }, .text("message") { $0.message },
            .text("place") { $0.place }, .texts("related") { $0.related },
        ])
    }
}
