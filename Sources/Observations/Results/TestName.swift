/// What a test is called in the report of its runner.
package struct TestName: Sendable, Hashable {
    /// The nearest suite, or the subtest above it; nil when it stands alone.
    package let suite: String?
    /// `com.example.CheckoutTest`; nil where the format has none.
    package let classname: String?
    /// Empty when only the class is named.
    package let name: String

    package init(suite: String? = nil, classname: String? = nil, name: String) {
        self.suite = suite
        self.classname = classname
        self.name = name
    }

    /// As a message names it: `com.example.CheckoutTest.pays`.
    package var title: String {
        guard let classname, !classname.isEmpty, classname != name else { return name }
        return name.isEmpty ? classname : "\(classname).\(name)"
    }

    /// All that the test may be called by someone who means it, the most exact first.
    package var spellings: [String] {
        var all: [String] = []
        for owner in [suite, classname].compactMap(\.self) where !owner.isEmpty {
            all += ["\(owner)/\(name)", "\(owner).\(name)", "\(owner) \(name)"]
        }
        return all + [name]
    }

    /// What it belongs to, as somebody may mean all its tests: its class, its suite.
    package var owners: [String] { [classname, suite].compactMap(\.self).filter { !$0.isEmpty } }
}
