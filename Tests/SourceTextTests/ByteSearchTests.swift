import SourceText
import Testing

@Suite struct ByteSearchTests {
    private let bytes = Array("key: `value`".utf8)

    @Test(arguments: [0..<0, 0..<3, 4..<12, 12..<12])
    func aByteOutsideOfTheRangeIsNotFound(_ range: Range<Int>) {
        #expect(!bytes.holds(UInt8(ascii: ":"), in: range))
    }

    @Test(arguments: [3..<4, 0..<4, 3..<12, 0..<12, -5..<400])
    func aByteInTheRangeIsFound(_ range: Range<Int>) {
        #expect(bytes.holds(UInt8(ascii: ":"), in: range))
    }

    @Test func aRangeBehindTheEndHoldsNothing() {
        #expect(!bytes.holds(UInt8(ascii: "`"), in: 12..<40))
        #expect(![UInt8]().holds(0))
    }

    @Test func theFirstAndTheLastByteCount() {
        #expect(bytes.holds(UInt8(ascii: "k")))
        #expect(bytes.holds(UInt8(ascii: "`")))
        #expect(!bytes.holds(0))
    }

    @Test(arguments: [("key", true), ("`value`", true), (":", true), ("value:", false), ("ke`", false), ("", false)])
    func aWordIsFoundWhereAllOfItStands(_ word: String, _ isFound: Bool) {
        #expect(bytes.holds(word: Array(word.utf8)) == isFound)
        #expect(![UInt8]().holds(word: Array(word.utf8)))
    }
}
