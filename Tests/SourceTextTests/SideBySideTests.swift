import SourceText
import Testing

struct SideBySideTests {
    /// Around the sizes at which elements are put together in portions.
    @Test(arguments: [0, 1, 2, 3, 255, 256, 257, 511, 512, 1000, 2049])
    func resultsStandInTheOrderOfTheElements(count: Int) {
        let elements = Array(0..<count)
        #expect(elements.mapSideBySide { "\($0)" } == elements.map { "\($0)" })
    }

    /// The first elements take longest, so that the last ones are done before them.
    @Test func slowElementsKeepTheirPlace() {
        let elements = Array((0..<300).reversed())
        let sums = elements.mapSideBySide { last in (0...last * 100).reduce(0) { $0 &* 31 &+ $1 } }
        #expect(sums == elements.map { last in (0...last * 100).reduce(0) { $0 &* 31 &+ $1 } })
    }

    @Test(arguments: [false, true])
    func twoValuesAreEachTheirOwn(isWorthAThread: Bool) {
        for number in 0..<200 {
            let made = sideBySide(when: isWorthAThread, { "\(number)" }, { [number, number + 1] })
            #expect(made == ("\(number)", [number, number + 1]))
        }
    }
}
