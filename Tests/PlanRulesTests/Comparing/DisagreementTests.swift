import Plan
import SourceText
import Testing

@testable import PlanRules

struct DisagreementTests {
    private let files = [SourceFile(path: "a.md", text: "0123456789"), SourceFile(path: "b.md", text: "0123456789")]

    private func claim(_ value: Int, _ file: Int, _ offset: Int, _ reading: Reading = .heading) -> Claim<Int> {
        Claim(value, at: SourceSpan(file: files[file], range: offset..<offset + 1), reading)
    }

    @Test func agreeingPlacesAreSilent() {
        #expect(disagreements(in: [claim(1, 0, 0), claim(1, 1, 0)], agree: ==).isEmpty)
        #expect(disagreements(in: [claim(1, 0, 0)], agree: ==).isEmpty)
        #expect(disagreements(in: [Claim<Int>](), agree: ==).isEmpty)
    }

    @Test func otherDocumentAndOtherReadingAreHeldAgainstTheFirst() {
        let found = disagreements(in: [claim(1, 0, 0), claim(2, 1, 0), claim(3, 0, 4, .tableCell)], agree: ==)
        #expect(found.map(\.reference.value) == [1, 1])
        #expect(found.map(\.first.value) == [2, 3])
    }

    @Test func oneFindingForAllPlacesThatShareAValue() {
        let found = disagreements(in: [claim(1, 0, 0), claim(2, 1, 5), claim(2, 1, 3, .field)], agree: ==)
        #expect(found.count == 1)
        #expect(found.first?.claims.map(\.span.range.lowerBound) == [3, 5])
    }

    @Test func severalValuesInOnePlaceAreNoConflict() {
        #expect(disagreements(in: [claim(1, 0, 0), claim(2, 0, 4)], agree: ==).isEmpty)
        #expect(disagreements(in: [claim(1, 0, 0), claim(2, 0, 4), claim(2, 1, 0)], agree: ==).isEmpty)
        #expect(disagreements(in: [claim(1, 0, 0), claim(5, 1, 0), claim(1, 1, 4)], agree: ==).isEmpty)
    }
}
