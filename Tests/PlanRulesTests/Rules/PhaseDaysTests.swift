import Plan
import SourceText
import Testing

@testable import PlanRules

struct PhaseDaysOverlapTests {
    private func messages(_ phases: [Phase]) -> [String] {
        PlanRule.phaseDaysOverlap.messages(on: Plan(phases: phases))
    }

    @Test func sharedDay() {
        #expect(
            messages([phase(1, 1...3, "a.md", 1), phase(2, 3...5, "a.md", 2)])
                == ["'Phase 2' starts on day 3 here, but 'Phase 1' lasts until day 3 in a.md:1"])
        #expect(messages([phase(1, 1...3), phase(2, 3...5), phase(3, 6...9), phase(4, 10...11)]).count == 1)
        #expect(messages([phase(1, 1...3), phase(2, 2...5)]).count == 1)
    }

    @Test func sharedWeekInAPlanThatKeepsThemApart() {
        let weeks = [phase(1, 1...2, unit: .week), phase(2, 3...5, unit: .week), phase(3, 5...6, unit: .week)]
        #expect(messages(weeks) == ["'Phase 3' starts on week 5 here, but 'Phase 2' lasts until week 5 in plan.md:1"])
        #expect(messages(Array(weeks.dropFirst())) == [])
    }

    @Test func theSamePairInTwoDocumentsIsToldOnce() {
        let twice = [(1.0, 1.0...3.0), (2.0, 3.0...5.0)].map { number, range in
            let schedule = Schedule(text: "", unit: .day, range: range)
            return Phase(
                id: "phase-\(number)", name: "", number: number, keyword: "phase", span: span("a.md", 1), names: [],
                schedules: [claim(schedule, "a.md", Int(number)), claim(schedule, "b.md", Int(number))])
        }
        #expect(messages(twice).count == 1)
    }

    @Test func silent() {
        #expect(messages([]) == [])
        #expect(messages([phase(1, 1...3), phase(2, 4...5)]) == [])
        // Handing over on the last day is this plan's habit.
        #expect(messages([phase(1, 1...3), phase(2, 3...5), phase(3, 5...7)]) == [])
        // Other units, other tracks, other documents, hours and dates that share their ends.
        #expect(messages([phase(1, 1...3), phase(2, 1...2, unit: .week)]) == [])
        #expect(messages([phase(1, 1...3), phase(1, 2...5, name: "Backend", keyword: "stage")]) == [])
        #expect(messages([phase(1, 1...3, "a.md"), phase(2, 2...5, "b.md")]) == [])
        #expect(messages([phase(1, 0...2, unit: .hour), phase(2, 2...4, unit: .hour)]) == [])
        #expect(messages([phase(1, 20000...20002, unit: .date), phase(2, 20002...20004, unit: .date)]) == [])
        #expect(messages([phase(1, 1...3, relative: true), phase(2, 3...5, relative: true)]) == [])
        // Two tracks that number from 1.
        #expect(
            messages([phase(1, 1...3), phase(2, 4...5), phase(1, 2...3, name: "B"), phase(2, 4...6, name: "B")]) == [])
        // Sub-phases lie in their phase.
        #expect(messages([phase(2, 3...8), phase(2.1, 3...4), phase(2.2, 5...8)]) == [])
        // An umbrella, and a track that says so.
        #expect(messages([phase(1, 1...3), phase(2, 4...6), phase(0, 1...6, name: "Monitoring")]) == [])
        #expect(messages([phase(1, 1...3), phase(2, 2...6, name: "Documentation (in parallel)")]) == [])
        // Without a number a phase may be anything.
        #expect(messages([phase(5, 11...14), phase(nil, 11...14, name: "Immediate")]) == [])
    }

    @Test func subPhasesAreHeldAgainstEachOther() {
        #expect(messages([phase(2, 3...8), phase(2.1, 3...5), phase(2.2, 4...8)]).count == 1)
        // Handed over in the course of a day.
        #expect(messages([phase(2, 3...8), phase(2.1, 3...5), phase(2.2, 5...8)]) == [])
    }
}

struct PhaseDaysGapTests {
    private func messages(_ phases: [Phase], start: CivilDate? = nil) -> [String] {
        PlanRule.phaseDaysGap.messages(on: Plan(start: start, phases: phases))
    }

    @Test func missingDays() {
        #expect(
            messages([phase(1, 1...2, "a.md", 1), phase(2, 4...5, "a.md", 2)]) == [
                "'Phase 2' starts on day 4 here, but 'Phase 1' ends on day 2 in a.md:1; day 3 belongs to no phase"
            ])
        #expect(
            messages([phase(1, 1...2, unit: .week), phase(2, 5...6, unit: .week), phase(3, 7...8, unit: .week)]) == [
                "'Phase 2' starts on week 5 here, but 'Phase 1' ends on week 2 in plan.md:1; weeks 3-4 belong to no phase"
            ])
    }

    @Test func weekends() {
        let phases = [phase(1, 1...5), phase(2, 8...12)]
        #expect(messages(phases) == [])
        #expect(messages(phases, start: CivilDate(iso: "2026-11-23")) == [])
        #expect(messages(phases, start: CivilDate(iso: "2026-11-25")).count == 1)
        #expect(messages([phase(1, 1...3), phase(2, 6...8)]).count == 1)
        #expect(messages([phase(1, 1...3), phase(2, 6...8)], start: CivilDate(iso: "2026-11-25")) == [])
        #expect(messages([phase(1, 1...4), phase(2, 8...12)]).count == 1)
    }

    @Test func silent() {
        #expect(messages([phase(1, 1...2), phase(2, 3...5)]) == [])
        // A phase between has no days, or the gap is held by another.
        #expect(messages([phase(1, 1...2), phase(3, 5...6)]) == [])
        #expect(messages([phase(1, 1...2), phase(nil, 3...3, name: "Freeze"), phase(2, 4...5)]) == [])
        #expect(messages([phase(1, 1...2, "a.md"), phase(2, 4...5, "a.md"), phase(7, 3...3, "b.md")]) == [])
        // Milestones.
        #expect(messages([phase(1, 30...30), phase(2, 60...60), phase(3, 90...90)]) == [])
        #expect(messages([phase(1, 1...1), phase(2, 7...7)]) == [])
        #expect(messages([]) == [])
    }
}
