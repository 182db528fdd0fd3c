extension RandomAccessCollection where Index == Int {
    /// How many elements at the beginning hold, of a list in which none behind them does; found by halving.
    @inlinable
    package func countOfLeading(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low - startIndex
    }
}
