import Dispatch
import Synchronization

/// Reads the blocks of a file side by side, and puts what they hold together in their order, so that the result does not
/// depend on who is done first.
///
/// Each worker takes a block, reads its records and hands them in; whoever hands in the block whose turn it is, puts
/// together all that wait for it. Memory is bounded by the number of blocks that may be under way.
struct BlockPipeline: ~Copyable {
    /// As many as there are cores work at once; further ones find nothing left to do.
    private static let workerCount = 16

    private enum Result: Sendable {
        case samples(BlockSamples)
        case failure(BlockInput.Failure)
    }

    private struct Gathering: Sendable {
        var accumulation: MetricAccumulation
        var outcome: FileOutcome
        var next = 0
        var waiting: [Int: Result] = [:]
        /// Emptied storage for further blocks.
        var spare: [[PackedSample]] = []

        /// - Returns: how many blocks are done with it.
        mutating func hand(in result: Result, of block: Int) -> Int {
            waiting[block] = result
            let first = next
            while let result = waiting.removeValue(forKey: next) {
                next += 1
                switch result {
                case .failure(let failure):
                    outcome.fail(
                        failure.message, line: outcome.lineCount + failure.linesFurther + 1, column: failure.column)
                case .samples(var block):
                    accumulation.add(block.samples, firstLine: outcome.lineCount + 1)
                    if let torn = block.torn { accumulation.add(torn: torn, firstLine: outcome.lineCount + 1) }
                    outcome.add(block)
                    block.samples.removeAll(keepingCapacity: true)
                    spare.append(block.samples)
                }
            }
            return next - first
        }
    }

    private let input: Mutex<BlockInput>
    private let gathering: Mutex<Gathering>
    private let path: String
    private let room = DispatchSemaphore(value: workerCount)

    init(_ input: sending BlockInput, _ accumulation: MetricAccumulation, _ outcome: FileOutcome) {
        path = outcome.path
        self.input = Mutex(input)
        gathering = Mutex(Gathering(accumulation: accumulation, outcome: outcome))
    }

    func run<Reader: RecordReader>(_ makeReader: @Sendable () -> Reader) {
        DispatchQueue.concurrentPerform(iterations: Self.workerCount) { _ in
            var bytes: [UInt8] = []
            var reader: Reader?
            while true {
                room.wait()
                guard let block = takeBlock(&bytes) else {
                    room.signal()
                    return
                }
                switch block {
                case .failure(let failure): hand(in: .failure(failure), of: failure.block)
                case .success(let block):
                    var samples = BlockSamples(path: path, storage: gathering.withLock { $0.spare.popLast() } ?? [])
                    if reader == nil { reader = makeReader() }
                    unsafe reader?.read(bytes.span.bytes, block: block, into: &samples)
                    hand(in: .samples(samples), of: block.number)
                }
            }
        }
    }

    private func takeBlock(_ bytes: inout [UInt8]) -> Swift.Result<BlockInput.Block, BlockInput.Failure>? {
        input.withLock { input in
            do throws(BlockInput.Failure) {
                return try input.next(into: &bytes).map { .success($0) }
            } catch {
                return .failure(error)
            }
        }
    }

    private func hand(in result: Result, of block: Int) {
        let done = gathering.withLock { $0.hand(in: result, of: block) }
        for _ in 0..<done { room.signal() }
    }

    consuming func finish() -> (MetricAccumulation, FileOutcome) {
        gathering.withLock { ($0.accumulation, $0.outcome) }
    }
}
