import Testing

@testable import Networking

@Suite struct RetryPolicyTests {
    @Test func waitsGrowAndAreSpread() {
        let policy = RetryPolicy(retries: 20)
        #expect((1...4).map { policy.delay(after: $0, asked: 0, jitter: 1) } == [0.5, 1, 2, 4])
        #expect((1...4).map { policy.delay(after: $0, asked: 0, jitter: 0) } == [0.25, 0.5, 1, 2])
        #expect(policy.delay(after: 20, asked: 0, jitter: 1) == 30)
        #expect(policy.delay(after: 21, asked: 0, jitter: 1) == nil)
        #expect(RetryPolicy(retries: 0).delay(after: 1, asked: 0, jitter: 1) == nil)
    }

    @Test func serversAreHeardWithinReason() {
        let policy = RetryPolicy()
        #expect(policy.delay(after: 1, asked: 10, jitter: 1) == 10)
        #expect(policy.delay(after: 1, asked: 60, jitter: 1) == 60)
        #expect(policy.delay(after: 1, asked: 61, jitter: 1) == nil)
        #expect(policy.delay(after: 3, asked: 0.1, jitter: 1) == 2)
    }

    @Test func onlySomeFaultsPass() {
        let passing = (100...599).filter(RetryPolicy.isPassing(status:))
        #expect(passing == [429] + (500...599).filter { $0 != 501 && $0 != 505 })
    }
}
