import Plan
import Testing

@testable import Report

@Suite struct BandTests {
    private func drawn(
        _ numbers: [Double], lessIsGood: Bool = true, value: Double? = nil, isShare: Bool = false, unit: Unit = .none
    ) -> LimitBand? {
        let limits = zip([LimitLevel.target, .warning, .critical], numbers).map {
            BandLimit(level: $0, number: $1, label: amountText($1, unit))
        }
        return makeBand(limits: limits, lessIsGood: lessIsGood, value: value, isShare: isShare, description: "")
    }

    @Test(arguments: [
        ([100.0, 200, 500], true), ([1, 1.1, 1.2], true), ([99.9, 99.8, 99.7], false), ([99.9, 99.5, 99], false),
        ([0.1, 0.5, 99], true), ([1_000_000, 1_000_001, 1_000_002], true), ([-3, -2, 5], true),
        ([0.001, 0.002, 1000], true),
        ([30], true), ([2, 4], true), ([99.99], false),
    ])
    func labelsNeverTouchAndStayInside(numbers: [Double], lessIsGood: Bool) throws {
        let band = try #require(drawn(numbers, lessIsGood: lessIsGood, isShare: !lessIsGood, unit: .percent))
        var end = -4.0
        for mark in band.marks {
            let half = Double(mark.label.count) * 3.0
            #expect(mark.position - half >= end)
            end = mark.position + half
        }
        #expect(end <= LimitBand.width + 4)
        #expect(band.zones.allSatisfy { $0.width > 0 })
        #expect(abs((band.zones.last.map { $0.start + $0.width } ?? 0) - LimitBand.width) < 0.02)
    }

    @Test func zonesRunFromGoodToBad() throws {
        #expect(try #require(drawn([1, 2, 3])).zones.map(\.tone) == [.ok, .off, .alert, .crit])
        #expect(try #require(drawn([3, 2, 1], lessIsGood: false)).zones.map(\.tone) == [.crit, .alert, .off, .ok])
    }

    @Test(arguments: [0.0, 99, 101, 199, 201, 499, 501, 10_000, -5])
    func valueStandsInItsZone(value: Double) throws {
        let band = try #require(drawn([100, 200, 500], value: value))
        let position = try #require(band.value)
        let zone = [100.0, 200, 500].count { value > $0 }
        let part = band.zones[zone]
        #expect(position >= part.start - 0.01 && position <= part.start + part.width + 0.01)
        #expect(band.beyond == (value < 0 || value > 620))
    }

    @Test func limitsInTheWrongOrderMakeNoBand() {
        #expect(drawn([5, 3, 15]) == nil)
        #expect(drawn([5, 5, 15]) == nil)
        #expect(drawn([]) == nil)
        #expect(drawn([.nan, 1, 2]) == nil)
    }

    @Test(arguments: [
        (74.04, [30.0, 60, 300], "74 s"), (59.97, [60], "59.97 s"), (60.0001, [60], "60.0001 s"), (60, [60], "60 s"),
        (0.0004, [], "0.0004 s"), (1234.4, [2000], "1234 s"), (0, [], "0 s"), (12_345, [], "12,345 s"),
        (-2.5, [], "−2.5 s"),
    ])
    func roundingNeverCrossesALimit(number: Double, limits: [Double], text: String) {
        #expect(measuredText(number, .seconds, besides: limits) == text)
    }

    @Test func almostAllIsNotAll() {
        #expect(measuredText(99.96, .percent, besides: [99.9]) == "99.96%")
        #expect(measuredText(0.004, .percent, besides: []) == "0.004%")
        #expect(measuredText(.nan, .percent, besides: []) == "not a number")
    }

    @Test(arguments: [(86_400.0, "2/day"), (3600, "2/h"), (60, "2/min"), (1, "2/s"), (604_800, "2/week")])
    func rateNamesItsPeriod(period: Double, text: String) { #expect(amountText(2, Unit.none.per(period)) == text) }
}
