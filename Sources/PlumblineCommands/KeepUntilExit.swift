/// Leaves a value in memory for the rest of the process, which ends soon and gives everything back at once.
func keepUntilExit<Value: Sendable>(_ value: Value) { _ = unsafe Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value: Sendable>: Sendable {
    private let value: Value

    init(_ value: Value) { self.value = value }
}
