package import SourceText

/// What tells findings apart when lines move: a hash over rule and identity, in order, 16 hexadecimal digits each.
///
/// Findings with equal rule and identity are numbered in the order given. Without an identity the message stands in.
package func fingerprints(of findings: [Finding]) -> [String] {
    var counts: [[String]: Int] = [:]
    return findings.map { finding in
        let parts = finding.fingerprintKey
        let ordinal = counts[parts, default: 0] + 1
        counts[parts] = ordinal
        return hexadecimal(fowlerNollVo(ordinal == 1 ? parts : parts + ["#\(ordinal)"]))
    }
}

/// The same for some findings among others, with repeats numbered in reading order.
package func numberedFingerprints(of findings: [Finding], among others: [Finding]) -> [String] {
    let all = inReadingOrder(findings + others)
    let prints = Dictionary(zip(all, fingerprints(of: all)), uniquingKeysWith: { first, _ in first })
    return findings.map { prints[$0] ?? "" }
}

/// The fingerprints of some of the findings, numbered as among all of them.
func fingerprints(of findings: [Finding], where isWanted: (Finding) -> Bool) -> [String] {
    zip(findings, fingerprints(of: findings)).filter { isWanted($0.0) }.map(\.1)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo), over the parts with their lengths, so that no two lists of parts read the same.
private func fowlerNollVo(_ parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
        for byte in "\(part.utf8.count):\(part)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
}

private func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
