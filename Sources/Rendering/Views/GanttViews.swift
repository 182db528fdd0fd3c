import Plan
import Report

extension View where Model == GanttReport {
    static var gantt: Self {
        View([
            .text("description") { $0.description }, .flag("hasAxis") { $0.hasAxis },
            .list("ticks", .tick) { $0.ticks },
            .list("dates", .dateTick) { $0.dates }, .flag("hasDates") { !$0.dates.isEmpty },
            .list("weekends", .ganttStretch) { $0.weekends }, .flag("hasWeekends") { !$0.weekends.isEmpty },
            .text("todayPercent") { $0.todayPercent.map(formatNumber) }, .text("todayLabel") { $0.todayLabel },
            .flag("hasPhases") { !$0.placed.isEmpty || !$0.unplaced.isEmpty },
            .list("placed", .phase) { $0.placed }, .list("unplaced", .phase) { $0.unplaced },
            .flag("hasUnplaced") { !$0.unplaced.isEmpty }, .list("allPhases", .phase) { $0.placed + $0.unplaced },
            .list("gates", .gate) { $0.gates }, .flag("hasGates") { !$0.gates.isEmpty },
            .flag("hasRamps") { !$0.ramps.isEmpty }, .list("ramps", .ramp) { $0.ramps },
            .list("moreRamps", .ramp) { $0.moreRamps },
            .text("moreRampsText") { $0.moreRamps.isEmpty ? nil : "\($0.moreRamps.count) more flags" },
            .texts("dayless") { $0.dayless }, .flag("hasDayless") { !$0.dayless.isEmpty },
            .list("days", .day) { $0.days }, .flag("hasDays") { !$0.days.isEmpty },
        ])
    }
}

extension View where Model == GanttReport.DateTick {
    fileprivate static var dateTick: Self {
        View([.text("position") { formatNumber($0.position) }, .text("label") { $0.label }])
    }
}

extension View where Model == GanttReport.Stretch {
    fileprivate static var ganttStretch: Self {
        View([.text("start") { formatNumber($0.start) }, .text("width") { formatNumber($0.width) }])
    }
}

extension View where Model == GanttReport.Gate {
    fileprivate static var gate: Self {
        View([
            .text("text") { $0.text }, .text("position") { $0.position.map(formatNumber) }, .text("when") { $0.when },
            .record("status", .mark) { $0.status },
        ])
    }
}

extension View where Model == GanttReport.Ramp {
    fileprivate static var ramp: Self {
        View([
            .text("name") { $0.name }, .record("status", .mark) { $0.status },
            .text("path") { PathData.steps($0.steps) }, .list("reports", .reportedShare) { $0.reports },
            .text("text") { $0.text },
        ])
    }
}

extension View where Model == GanttReport.Ramp.Report {
    fileprivate static var reportedShare: Self {
        View([.text("position") { formatNumber($0.position) }, .text("height") { formatNumber(100 - $0.percent) }])
    }
}

extension View where Model == GanttReport.Day {
    fileprivate static var day: Self {
        View([
            .text("number") { String($0.number) }, .text("date") { $0.date }, .text("title") { $0.title },
            .text("percent") { $0.percent }, .record("progress", .progress) { $0.progress },
            .flag("isToday") { $0.isToday },
        ])
    }
}
