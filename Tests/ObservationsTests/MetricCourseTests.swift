import Testing

@testable import Observations

/// Now is 1,800,000,000 seconds after 1970.
@Suite struct MetricCourseTests {
    private static let now = ReadFiles.now

    private func csv(_ samples: [(ago: Int, value: String)]) -> [UInt8] {
        Array(
            ("time,name,value\n"
                + samples.map { "\(1_800_000_000 - $0.ago),load,\($0.value)\n" }.joined()).utf8)
    }

    private func kept(_ files: [[UInt8]], history: Double = 604_800, windows: [MetricWindow] = []) -> MetricCourse? {
        var reading = MetricReading(
            demand: MetricDemand(now: Self.now, historySeconds: { _ in history }) { _ in windows }, blockSize: 1 << 12)
        for (number, bytes) in files.enumerated() {
            _ = reading.read("\(number).csv", as: .csv, from: source(of: bytes))
        }
        return reading.summaries().first?.course
    }

    @Test func bucketsTellWhatWasMeasured() throws {
        let course = try #require(kept([csv([(90, "4"), (80, "6"), (70, "nan"), (20, "1")])]))
        #expect(course.bucketSeconds == 60)
        #expect(course.buckets.map(\.count) == [2, 1])
        let first = course.buckets[0]
        #expect(first.mean == 5 && first.minimum == 4 && first.maximum == 6 && first.numberless == 1)
        #expect(first.longestGapSeconds == 10 && !first.isContradicted)
    }

    @Test(arguments: [(7 * 3600, 60.0), (9 * 3600, 300.0), (6 * 86_400, 1800.0)])
    func moreTimeMakesLongerBuckets(seconds: Int, length: Double) throws {
        let samples = stride(from: seconds, through: 0, by: -50).map { (ago: $0, value: "\($0 % 7)") }
        let course = try #require(kept([csv(samples)]))
        #expect(course.bucketSeconds == length && course.buckets.count <= 480)
        #expect(course.buckets.reduce(0) { $0 + $1.count } == samples.count)
        #expect(course.buckets.allSatisfy { $0.longestGapSeconds == 50 || $0.count == 1 })
    }

    /// In which order files come, and whether two tell the same, makes no difference.
    @Test func theOrderOfSamplesMakesNoDifference() throws {
        let samples = (0..<9000).map { (ago: $0 * 37 + $0 % 3, value: "\($0 % 11)") }
        let (even, odd) = (samples.filter { $0.ago % 2 == 0 }, samples.filter { $0.ago % 2 == 1 })
        let orders = [[samples.reversed()], [samples], [odd, even], [even.reversed(), odd.reversed(), samples]]
        let told = orders.map { files in
            kept(files.map { csv($0) })?.buckets.map {
                "\($0.start) \($0.count) \($0.minimum ?? -1) \($0.longestGapSeconds)"
            }
        }
        for other in told.dropFirst() { #expect(other == told[0]) }
        #expect(told[0]?.isEmpty == false)
    }

    @Test func whatIsOlderOrOfTheFutureIsLeftOut() throws {
        let course = try #require(kept([csv([(604_801, "9"), (604_799, "1"), (10, "2"), (-61, "9")])]))
        #expect(course.buckets.compactMap(\.maximum).max() == 2)
        #expect(kept([csv([(10, "2")])], history: 0) == nil)
    }

    @Test func contradictedMomentsAreMarked() throws {
        let course = try #require(kept([csv([(200, "1"), (100, "1")]), csv([(200, "2"), (100, "1")])]))
        #expect(course.buckets.map(\.isContradicted) == [true, false])
    }

    @Test(arguments: [1e308, -1e308]) func hugeValuesHaveAMean(value: Double) throws {
        let course = try #require(kept([csv([(30, "\(value)"), (29, "\(value)"), (28, "\(value)")])]))
        let mean = try #require(course.buckets.first?.mean)
        #expect(abs(mean / value - 1) < 1e-9)
    }

    /// Where there are too many series, none is kept rather than a part of them.
    @Test func ofVeryManySeriesNoneIsKept() {
        func courses(_ count: Int) -> Int {
            var text = "time,name,value,host\n"
            for host in 0..<count { text += "1799999990,load,1,h\(host)\n1799999000,load,1,h\(host)\n" }
            var reading = MetricReading(demand: MetricDemand(now: Self.now, historySeconds: { _ in 3600 }) { _ in [] })
            _ = reading.read("m.csv", as: .csv, from: source(of: Array(text.utf8)))
            return reading.summaries().count { $0.course != nil }
        }
        #expect(courses(1200) == 1200)
        #expect(courses(1500) == 0)
    }

    @Test func samplesAtHandMakeTheSameCourse() throws {
        let samples = (0..<500).reversed().map { index in
            MetricSample(
                time: Self.now.adding(seconds: -Double(index) * 61), value: Double(index % 5),
                place: ObservationPlace(path: "m", line: 1))
        }
        let course = try #require(MetricCourse(of: samples, historySeconds: 604_800, at: Self.now))
        let read = try #require(kept([csv((0..<500).reversed().map { (ago: $0 * 61, value: "\($0 % 5)") })]))
        #expect(course.buckets.map(\.mean) == read.buckets.map(\.mean))
        #expect(MetricCourse(of: [], historySeconds: 604_800, at: Self.now) == nil)
    }
}
