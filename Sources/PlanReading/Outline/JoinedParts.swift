extension Sequence {
    /// What is read from each element, one behind the other.
    ///
    /// As the standard library has it, which spends as much on each empty part as most readers do on the look that tells
    /// them that a line holds nothing for them.
    func flatMap<Part>(_ read: (Element) -> [Part]) -> [Part] {
        var all: [Part] = []
        for element in self {
            let parts = read(element)
            if all.isEmpty {
                all = parts
            } else if !parts.isEmpty {
                all += parts
            }
        }
        return all
    }
}
