import Assessment
import Plan
import Report
import SourceText

/// Plans that strain a page: nothing known, very much of everything, very long names, hostile names.
extension Example {
    static let emptyReport = report(
        plan: Plan(),
        assessment: assessment(
            verdict: .unknown, kpis: [], phases: [], flags: [], checklists: [], day: nil,
            reasons: ["No key performance indicator is defined"], unknowns: ["The day: no start date is known"]),
        findings: [])

    static let crowdedReport: Report = {
        let phases = (1...40).map { number in
            phase(
                number,
                number % 7 == 0
                    ? "Wave \(number) of the regional roll-out for partners in the north" : "Wave \(number)",
                days: (number * 2 - 1)...(number * 2 + number % 4),
                number < 4 ? .done : number == 4 ? .late : .notStarted,
                items: (number < 5 ? 3 : 0, 4))
        }
        let flags = (1...200).map { number in
            flag(
                "enablePartnerFeature\(number)", day: 1 + number % 90, percent: 25,
                number % 50 == 0 ? .behind : number % 3 == 0 ? .asPlanned : .notDue,
                actual: number % 3 == 0 ? 25 : number % 50 == 0 ? 5 : nil, due: number % 3 == 0 || number % 50 == 0)
        }
        return report(
            plan: Plan(
                title: "Ninety days", documents: plan.documents, phases: phases.map(\.phase), flags: flags.map(\.flag)),
            assessment: assessment(verdict: .offPlan, phases: phases, flags: flags, reasons: ["Phase 4 is late"]))
    }()

    static let longNamesReport: Report = {
        let long = String(repeating: "Betriebsunterbrechungsversicherungsnachweis", count: 3)
        let phases = [
            phase(
                1, "Preparation of everything that anybody could possibly want to have prepared before it starts",
                days: 1...1, .done),
            phase(2, long, days: 2...2, .inProgress, items: (1, 3)), phase(3, "End", days: 3...3, .notStarted),
        ]
        let kpis = [
            kpi(
                threshold(
                    long,
                    [
                        limit(.below, 1_000_000, .none, "< 1,000,000"), limit(.above, 1_000_001, .none, "> 1,000,001"),
                        limit(.above, 1_000_002, .none, "> 1,000,002"),
                    ]), .critical, "1,200,000 is over the critical limit", value: Quantity(1_200_000, .none)),
            measures[3],
        ]
        return report(
            plan: Plan(
                title: "The plan with the long names, \(long)", documents: plan.documents, phases: phases.map(\.phase)),
            assessment: assessment(
                verdict: .critical, kpis: kpis, phases: phases,
                flags: [flag(long, day: 1, percent: 5, .behind, actual: 1)],
                checklists: [checklist(long, in: [long], [item("\(long) \(long)", .failed, line: 5, by: long)])],
                day: 2,
                reasons: ["\(long) is over its critical limit"]))
    }()

    static let hostileReport: Report = {
        let script = "<script>alert(1)</script>"
        let phases = [phase(1, "{{title}} {{> tag.html}} {{{style}}}", days: 1...3, .inProgress)]
        return report(
            plan: Plan(
                title: "A \"quoted\" & <b>bold</b> plan\u{202E}", documents: plan.documents, phases: phases.map(\.phase)
            ),
            assessment: assessment(
                kpis: [
                    kpi(
                        threshold("Errors | `code` *stars* [link](javascript:x)", [nil, nil, nil]), .noData,
                        "\"\u{301} onmouseover=alert(1) x=", newest: nil, source: .none)
                ], phases: phases, flags: [flag(script, day: 1, percent: 5, .behind, actual: 1)],
                checklists: [
                    checklist(
                        "# 1. not a list", in: ["- [x] forged"], [item("</textarea><img src=x>", .pending, line: 5)])
                ],
                day: 1, reasons: ["first\nSubject: forged"]))
    }()
}
