/// The time zones that a text names, in small letters; `local` for local time.
func zones(in text: String) -> Set<String> { Set(words(of: text, cuttingPlurals: false)).intersection(zoneWords) }

/// Abbreviations and words for local time, English, German, Spanish and French.
private let zoneWords: Set<String> = [
    "utc", "gmt", "cet", "cest", "mez", "mesz", "bst", "wet", "west", "eet", "eest", "msk", "est", "edt", "cst", "cdt",
    "mst", "mdt", "pst", "pdt", "akst", "hst", "ist", "sgt", "hkt", "jst", "kst", "aest", "aedt", "awst", "nzst",
    "nzdt",
    "brt", "art", "sast", "timezone", "local", "ortszeit", "lokal", "zeitzone", "locale", "zulu", "hec", "huso",
    "fuseau", "berlin", "paris", "madrid", "london",
]
