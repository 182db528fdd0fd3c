import Plan
import Report

extension View where Model == MeasureReport {
    /// With its chart, which takes time that only the page of the KPIs needs.
    static var drawnMeasure: Self { View(measure.fields + [.record("chart", .chart) { $0.chart }]) }
}

extension View where Model == ChartReport {
    static var chart: Self {
        View([
            .text("id") { $0.id }, .text("series") { $0.series }, .text("emptyText") { $0.emptyText },
            .text("span") { $0.span }, .list("zones", .chartZone) { $0.zones },
            .list("limitLines", .limitLine) { $0.limits },
            .list("valueTicks", .chartTick) { $0.valueTicks }, .text("knee") { $0.knee.map(formatNumber) },
            .list("timeTicks", .timeTick) { $0.timeTicks },
            .text("line") { PathData.line($0.runs) }, .text("range") { PathData.range($0.runs) },
            .text("spread") { PathData.spread($0.runs) }, .list("gaps", .chartStretch) { $0.gaps },
            .record("judged", .chartStretch) { $0.judged }, .list("planned", .chartStretch) { $0.planned },
            .record("last", .chartMark) { $0.last }, .text("description") { $0.description },
            .texts("notes") { $0.notes },
            .flag("hasNotes") { !$0.notes.isEmpty }, .flag("hasRows") { !$0.rows.isEmpty },
            .list("rows", .chartRow) { $0.rows }, .text("rowLength") { $0.rowLength },
        ])
    }
}

extension View where Model == ChartReport.Tick {
    fileprivate static var chartTick: Self {
        View([.text("position") { formatNumber($0.position) }, .text("label") { $0.label }])
    }
}

extension View where Model == ChartReport.TimeTick {
    fileprivate static var timeTick: Self {
        View([
            .text("position") { formatNumber($0.position) }, .text("label") { $0.label },
            .text("anchor") { $0.position >= 100 ? "end" : $0.position < 6 ? "start" : "middle" },
            .flag("isDay") { $0.isDay }, .flag("isLine") { $0.position < 100 },
        ])
    }
}

extension View where Model == ChartReport.Zone {
    fileprivate static var chartZone: Self {
        View([
            .text("top") { formatNumber($0.top) }, .text("height") { formatNumber($0.height) },
            .text("tone") { $0.tone.rawValue },
        ])
    }
}

extension View where Model == ChartReport.LimitLine {
    fileprivate static var limitLine: Self {
        View([
            .text("level") { $0.level }, .text("position") { formatNumber($0.position) },
            .text("labelPosition") { formatNumber($0.labelPosition) }, .text("label") { $0.label },
        ])
    }
}

extension View where Model == ChartReport.Stretch {
    fileprivate static var chartStretch: Self {
        View([
            .text("start") { formatNumber($0.start) }, .text("width") { formatNumber($0.width) },
            .text("end") { formatNumber(min($0.start + $0.width, 100)) }, .text("label") { $0.label },
        ])
    }
}

extension View where Model == ChartReport.Mark {
    fileprivate static var chartMark: Self {
        View([
            .text("x") { formatNumber($0.x) }, .text("y") { formatNumber($0.y) }, .text("label") { $0.label },
            .text("anchor") { $0.isRight ? "end" : "start" }, .text("shift") { $0.isTop ? "18" : "-9" },
        ])
    }
}

extension View where Model == ChartReport.Row {
    fileprivate static var chartRow: Self {
        View([
            .record("time", .time) { $0.time }, .text("minimum") { $0.minimum }, .text("mean") { $0.mean },
            .text("maximum") { $0.maximum }, .text("count") { $0.count }, .record("status", .mark) { $0.status },
            .text("gap") { $0.gap },
        ])
    }
}
