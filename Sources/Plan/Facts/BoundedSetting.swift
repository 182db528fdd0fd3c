package import SourceText

/// A setting that bounds something, or is said to bound nothing: `maxRetries: 5`, `Queue length: unlimited`.
package struct BoundedSetting: Sendable {
    package let name: String
    /// nil where the place says that there is no bound.
    package let bound: Quantity?
    /// The value as printed.
    package let value: Claim<String>
    /// The block or list that states it; one that states a name several times does so for several things.
    package let home: SourceSpan

    package init(name: String, bound: Quantity?, value: Claim<String>, home: SourceSpan) {
        self.name = name
        self.bound = bound
        self.value = value
        self.home = home
    }
}
