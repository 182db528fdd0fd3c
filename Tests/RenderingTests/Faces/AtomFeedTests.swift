import Plan
import Report
import SourceText
import Testing
import Updates

@testable import Rendering

@Suite struct AtomFeedTests {
    private func ids(_ feed: String) -> [String] {
        feed.split(separator: "\n").filter { $0.hasPrefix("<id>") }.map { String($0.dropFirst(4).dropLast(5)) }
    }

    @Test func theMomentOfTheBuildDoesNotShow() {
        let feed = atomFeed(Example.told())
        // The drill is over by then, and Berlin's clock shows another day.
        #expect(atomFeed(Example.told(now: Example.time(9, 30, day: 35))) == feed)
        #expect(feed.contains("<updated>2026-11-30T12:20:00+01:00</updated>"))
    }

    @Test func namesStayWhateverElseChanges() throws {
        let all = ids(atomFeed(Example.told()))
        #expect(Set(all).count == 4)
        #expect(
            all.allSatisfy {
                $0.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        let other = try #require(
            Example.update("2026-11-30-1220-jobs-slow", .resolved, "Jobs are fast", at: "2026-11-30T13:00"))
        #expect(ids(atomFeed(Example.told([other]))) == Array(all.prefix(2)))
    }

    @Test func addressTellsPlansOfOneTitleApart() {
        let first = ids(atomFeed(Example.told(site: "https://a.example/")))
        let second = ids(atomFeed(Example.told(site: "https://b.example/")))
        #expect(Set(first).isDisjoint(with: second))
        var plan = Example.plan
        plan.title = "Renamed"
        let renamed = Example.told(plan: plan, site: "https://a.example/")
        #expect(ids(atomFeed(renamed)) == first)
    }

    @Test func linksAreWholeOnlyWithAnAddress() {
        #expect(
            atomFeed(Example.told(site: "https://a.example/b/")).contains(
                #"<link rel="alternate" type="text/html" href="https://a.example/b/history.html#update-2026-11-27-0900-day-5"/>"#
            ))
        #expect(atomFeed(Example.told()).contains(#"<link rel="self" type="application/atom+xml" href="feed.atom"/>"#))
    }

    @Test func feedWithoutEntriesIsOfTheFirstDay() {
        #expect(atomFeed(Example.told([])).contains("<updated>2026-11-23T00:00:00+01:00</updated>"))
        let dateless = Example.assessment().with(calendar: nil, day: nil)
        #expect(atomFeed(Example.told([], assessment: dateless)).contains("<updated>1970-01-01T00:00:00Z</updated>"))
    }

    /// The log knows that the plan went from unknown to on plan; how it stands now is not in it yet.
    @Test func verdictsOfThePlanThatChangedAreNews() {
        let feed = atomFeed(Example.told([], events: Example.events))
        let titles = feed.split(separator: "\n").filter { $0.hasPrefix("<title>") }
        #expect(titles.dropFirst() == ["<title>Verdict: Alert</title>", "<title>Verdict: On plan</title>"])
        #expect(feed.contains("<updated>2026-11-24T10:00:00+01:00</updated>"))
        #expect(feed.contains("<p>From on plan since 24 Nov 2026, 10:00 CET</p>"))
        // An hour later nobody has written the log: the change is the same.
        let later = atomFeed(Example.told([], events: Example.events, now: Example.time(14, 7)))
        #expect(ids(later) == ids(feed))
        #expect(ids(atomFeed(Example.told([]))).count == 1, "without a log there is no news in a verdict")
    }

    @Test func whatXMLCannotHoldIsGone() {
        #expect(XMLText.escape("a\u{0}\u{FFFE}b\u{FFFF}<&>\"'") == "a\u{FFFD}b&lt;&amp;&gt;&quot;&#39;")
    }
}
