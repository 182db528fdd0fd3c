package import SourceText

/// The contents of `templates/`, carried in the binary: `Templates` beside this file is a link to that folder, and
/// the package embeds it. Listed by hand, so that a file that nobody lists fails a test and not silently.
let defaultTemplates: [SourceFile] = [
    SourceFile(path: "templates/status.html.mustache", bytes: PackageResources.status_html_mustache),
    SourceFile(path: "templates/head.html.mustache", bytes: PackageResources.head_html_mustache),
    SourceFile(path: "templates/top.html.mustache", bytes: PackageResources.top_html_mustache),
    SourceFile(path: "templates/navigation.html.mustache", bytes: PackageResources.navigation_html_mustache),
    SourceFile(path: "templates/stale.html.mustache", bytes: PackageResources.stale_html_mustache),
    SourceFile(path: "templates/verdict.html.mustache", bytes: PackageResources.verdict_html_mustache),
    SourceFile(path: "templates/portfolio.html.mustache", bytes: PackageResources.portfolio_html_mustache),
    SourceFile(path: "templates/foot.html.mustache", bytes: PackageResources.foot_html_mustache),
    SourceFile(path: "templates/phases.html.mustache", bytes: PackageResources.phases_html_mustache),
    SourceFile(path: "templates/flag.html.mustache", bytes: PackageResources.flag_html_mustache),
    SourceFile(path: "templates/tag.html.mustache", bytes: PackageResources.tag_html_mustache),
    SourceFile(path: "templates/symbols.html.mustache", bytes: PackageResources.symbols_html_mustache),
    SourceFile(path: "templates/status.md.mustache", bytes: PackageResources.status_md_mustache),
    SourceFile(path: "templates/gantt.md.mustache", bytes: PackageResources.gantt_md_mustache),
    SourceFile(path: "templates/email.html.mustache", bytes: PackageResources.email_html_mustache),
    SourceFile(path: "templates/email.txt.mustache", bytes: PackageResources.email_txt_mustache),
    SourceFile(path: "templates/checklist.html.mustache", bytes: PackageResources.checklist_html_mustache),
    SourceFile(path: "templates/history.html.mustache", bytes: PackageResources.history_html_mustache),
    SourceFile(path: "templates/plan.html.mustache", bytes: PackageResources.plan_html_mustache),
    SourceFile(path: "templates/ramp.html.mustache", bytes: PackageResources.ramp_html_mustache),
    SourceFile(path: "templates/flags.html.mustache", bytes: PackageResources.flags_html_mustache),
    SourceFile(path: "templates/kpis.html.mustache", bytes: PackageResources.kpis_html_mustache),
    SourceFile(path: "templates/chart.html.mustache", bytes: PackageResources.chart_html_mustache),
    SourceFile(path: "templates/report.html.mustache", bytes: PackageResources.report_html_mustache),
    SourceFile(path: "templates/report.md.mustache", bytes: PackageResources.report_md_mustache),
    SourceFile(path: "templates/reports.html.mustache", bytes: PackageResources.reports_html_mustache),
    SourceFile(path: "templates/findings.html.mustache", bytes: PackageResources.findings_html_mustache),
    SourceFile(path: "templates/checklist.md.mustache", bytes: PackageResources.checklist_md_mustache),
    SourceFile(path: "templates/checklists.html.mustache", bytes: PackageResources.checklists_html_mustache),
    SourceFile(path: "templates/sheets.html.mustache", bytes: PackageResources.sheets_html_mustache),
    SourceFile(path: "templates/rollback.html.mustache", bytes: PackageResources.rollback_html_mustache),
    SourceFile(path: "templates/symptom.html.mustache", bytes: PackageResources.symptom_html_mustache),
    SourceFile(path: "templates/command.html.mustache", bytes: PackageResources.command_html_mustache),
    SourceFile(path: "templates/rules.html.mustache", bytes: PackageResources.rules_html_mustache),
    SourceFile(path: "templates/rule.html.mustache", bytes: PackageResources.rule_html_mustache),
    SourceFile(path: "templates/style.css", bytes: PackageResources.style_css),
    SourceFile(path: "templates/rules.css", bytes: PackageResources.rules_css),
    SourceFile(path: "templates/stale.js", bytes: PackageResources.stale_js),
]

/// The contents of `templates/`, each with its path.
package var builtInTemplates: [SourceFile] { defaultTemplates }

/// Schema of what `plumbline check --format json` prints.
package var checkSchema: String { String(decoding: PackageResources.check_schema_json, as: UTF8.self) }

/// The JSON Schema of `status.json`.
package var statusSchema: String { String(decoding: PackageResources.status_schema_json, as: UTF8.self) }

/// The JSON Schema of `portfolio.json`.
package var portfolioSchema: String { String(decoding: PackageResources.portfolio_schema_json, as: UTF8.self) }

/// Schema of what `plumbline validate --format json` prints.
package var validateSchema: String { String(decoding: PackageResources.validate_schema_json, as: UTF8.self) }

/// Schema of what `plumbline metrics --format json` prints.
package var metricsSchema: String { String(decoding: PackageResources.metrics_schema_json, as: UTF8.self) }
