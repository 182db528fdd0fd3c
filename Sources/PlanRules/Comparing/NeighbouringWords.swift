/// Whether the words in which two names differ first are both words of the language: `contact`, `contract`.
func areWords(_ left: [String], _ right: [String]) -> Bool {
    guard let (one, other) = zip(left, right).first(where: { $0 != $1 }) else { return true }
    return neighbours.contains([one, other])
}

/// Words of plans that a lost letter, or two that change places, make another word of.
private let neighbours: Set<Set<String>> = [
    ["angle", "angel"], ["band", "brand"], ["black", "back"], ["breach", "beach"], ["caching", "catching"],
    ["casual", "causal"], ["chart", "cart"], ["charts", "carts"], ["chat", "cat"],
    ["contact", "contract"], ["contacts", "contracts"], ["cost", "coast"],
    ["country", "county"], ["court", "curt"], ["crash", "cash"], ["dessert", "desert"], ["diary", "dairy"],
    ["driver", "diver"], ["flight", "fight"], ["form", "from"], ["forms", "froms"], ["friend", "fiend"],
    ["front", "font"], ["hint", "hit"], ["hints", "hits"], ["host", "hot"], ["hostel", "hotel"],
    ["learning", "leaning"], ["lighting", "lightning"], ["list", "lit"], ["marital", "martial"], ["master", "mater"],
    ["native", "naive"], ["patient", "patent"], ["pint", "point"], ["place", "pace"], ["plan", "pan"],
    ["plane", "pane"], ["planned", "planed"], ["play", "pay"], ["player", "payer"], ["players", "payers"],
    ["post", "pot"], ["posts", "pots"], ["print", "pint"], ["quite", "quiet"], ["raising", "rising"],
    ["read", "red"], ["reality", "realty"], ["scale", "sale"], ["scales", "sales"], ["seat", "set"],
    ["seats", "sets"], ["server", "sever"], ["signed", "singed"], ["signing", "singing"],
    ["silver", "sliver"], ["spot", "sport"], ["start", "stat"], ["starts", "stats"], ["started", "stated"],
    ["starting", "staring"], ["starting", "stating"], ["storing", "string"], ["stream", "steam"], ["string", "sting"],
    ["through", "though"], ["trial", "trail"], ["trials", "trails"], ["trip", "tip"], ["trips", "tips"],
    ["united", "untied"], ["word", "world"],
]
