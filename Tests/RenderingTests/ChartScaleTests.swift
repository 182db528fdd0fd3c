import Plan
import Testing

@testable import Report

@Suite struct ChartScaleTests {
    private static let most = Double.greatestFiniteMagnitude

    @Test(arguments: [
        ([100.0, 200, 500], 70.0...90.0), ([1, 5, 15], 1.3...1.3), ([99, 99.5, 99.9], 99.9...99.99), ([30], 0...0),
        ([], 5...5), ([], -3 ... -3), ([], 0...0), ([0], 3...4000), ([-3, -2, 5], -10...10), ([1, 5, 15], 4000...5000),
        ([99, 99.5, 99.9], 3...99.9), ([1, 5, 15], -most...most), ([], -most...most), ([most], 1...2),
        ([.infinity, 5, .nan], 1...2), ([1e-9, 2e-9], 1e-9...3e-9), ([1e15, 2e15], 1...1e15), ([5, 5, 5], 5...5),
    ])
    func limitsShowAndStandInOrder(limits: [Double], values: ClosedRange<Double>) {
        let scale = ChartScale(limits: limits, values: values, isShare: false)
        #expect(scale.low < scale.high && scale.low.isFinite && scale.high.isFinite)
        let positions = limits.filter(\.isFinite).sorted().map(scale.position)
        #expect(positions.allSatisfy { $0 >= 0 && $0 <= 100 })
        #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 >= $1 })
        // Different limits can be told apart.
        let distinct = Set(limits.filter(\.isFinite))
        if distinct.count == 3 { #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 - $1 >= 2 }) }
        let measured = [values.lowerBound, values.upperBound].map(scale.position)
        #expect(measured.allSatisfy { $0 >= 0 && $0 <= 100 } && measured[0] >= measured[1])
    }

    @Test(arguments: [
        ([Double](), 0.0...10.0, ["0", "5", "10"]), ([], 0...4, ["0", "1", "2", "3", "4"]),
        ([100, 200, 300], 80...290, ["0", "100", "200", "300"]), ([], 0.1...0.4, ["0", "0.1", "0.2", "0.3", "0.4"]),
        ([], -10...10, ["−10", "−5", "0", "5", "10"]), ([], 99.1...99.9, ["99.2", "99.4", "99.6", "99.8"]),
    ])
    func ticksAreNumbersThatPeopleCountIn(limits: [Double], values: ClosedRange<Double>, labels: [String]) {
        let ticks = ChartScale(limits: limits, values: values, isShare: false).ticks(.none)
        #expect(ticks.map(\.label) == labels)
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.position > $1.position })
    }

    @Test(arguments: [-most...most, 5...5, 0...0, 1e-300...2e-300, -1e-9...1e-9, 1e14...1e14])
    func ticksAreFewWhateverIsMeasured(values: ClosedRange<Double>) {
        #expect(ChartScale(limits: [], values: values, isShare: false).ticks(.seconds).count <= 8)
    }

    /// A critical limit far beyond all else would press what matters flat.
    @Test func aLimitFarOutIsDrawnNearer() throws {
        let scale = ChartScale(limits: [1, 5, 15], values: 0.5...1.3, isShare: true)
        let knee = try #require(scale.knee)
        #expect(knee.value > 5 && knee.value < 6 && knee.position == 16)
        #expect(scale.position(15) > 0 && scale.position(15) < 16 && scale.position(1) < 85)
        let below = try #require(ChartScale(limits: [99.9, 99.5, 90], values: 99.6...99.95, isShare: true).knee)
        #expect(below.value < 99.5 && below.position == 84)
        #expect(ChartScale(limits: [30, 60, 100], values: 20...40, isShare: false).knee == nil)
        #expect(ChartScale(limits: [30], values: 0.1...0.2, isShare: false).knee == nil)
    }

    @Test func whatIsTooFarIsCutOff() {
        let scale = ChartScale(limits: [1, 5, 15], values: 1...4000, isShare: false)
        #expect(scale.high < 100 && scale.position(4000) == 0)
        #expect(ChartScale(limits: [99.9], values: 98...99.9, isShare: true).high <= 100)
    }
}
