"""Changes of form alone, after which a document says what it said before."""

import dataclasses
import random
import re

FENCE = re.compile(r"^\s*(?:>\s*)*(```|~~~)")
HEADING = re.compile(r"^(#{1,6})(?=\s)")
BULLET = re.compile(r"^(\s*(?:>\s*)*)[-*+](?=\s+\S)(?!\s*[-*_](?:\s*[-*_])+\s*$)")
ROW = re.compile(r"^\s*\|.*\|\s*$")
# What a wrapped line must not begin with, or it becomes something else.
OPENS = re.compile(r"[-+*#>|=~`\d<:]|\[")


@dataclasses.dataclass(frozen=True)
class Rewriting:
    corpus: str
    kind: str
    file: str
    text: str
    #: What was done, for whoever reads a failure.
    note: str


def rewritings(corpus, documents, explanations, seed):
    """A few rewritings of each kind for each document; the same for the same seed."""
    for file, text in documents.items():
        if not file.endswith(".md"):
            continue
        chance = random.Random(f"{seed} {corpus} {file}")
        spans = [s["at"] for fact in explanations for s in fact["statements"] if s["at"]["file"] == file]
        for kind, make in KINDS:
            for new, note in make(text, spans, chance):
                if new != text:
                    yield Rewriting(corpus, kind, file, new, note)


def prose_lines(lines):
    """Numbers of the lines outside fenced code, comments and front matter."""
    fence, is_comment = None, False
    is_front_matter = bool(lines) and lines[0].strip() == "---"
    for number, line in enumerate(lines):
        if is_front_matter:
            is_front_matter = number == 0 or line.strip() != "---"
            continue
        match = FENCE.match(line)
        if match:
            fence = None if fence == match[1] else fence or match[1]
            continue
        if fence:
            continue
        is_comment = is_comment or "<!--" in line
        if is_comment:
            is_comment = "-->" not in line
            continue
        yield number


def emphasis(text, spans, chance):
    """`< 30 minutes` → `**< 30 minutes**`, two values a document."""
    from places import stretch

    lines = text.split("\n")
    prose = set(prose_lines(lines))
    values = []
    for at in spans:
        start, end = stretch(text, at)
        value = text[start:end]
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if (
            at["line"] == at["endLine"]
            and at["line"] - 1 in prose
            and re.fullmatch(r"[<>≤≥]?\s*\d[\w.%\s]*", value)
            and re.fullmatch(r"[\s(|,;]{0,2}", around.replace(")", ""))
            and "`" not in lines[at["line"] - 1]
        ):
            values.append((start, end, value))
    for start, end, value in some(sorted(set(values)), 3, chance):
        mark = chance.choice(["**", "*", "__"])
        yield text[:start] + mark + value + mark + text[end:], f"{mark}{value}{mark}"


def list_markers(text, spans, chance):
    """Every `-` of a document becomes `*` or `+`."""
    lines = text.split("\n")
    for marker in "*+-":
        new = list(lines)
        for number in prose_lines(lines):
            new[number] = BULLET.sub(lambda match: match[1] + marker, lines[number])
        yield "\n".join(new), f"list items begin with {marker}"


def heading_levels(text, spans, chance):
    """The parts of a section stand one level deeper, or those of the whole document do."""
    lines = text.split("\n")
    headings = [(n, len(HEADING.match(lines[n])[1])) for n in prose_lines(lines) if HEADING.match(lines[n])]
    for index, (number, level) in enumerate(some(headings, 4, chance)):
        parts = []
        for other, depth in headings[headings.index((number, level)) + 1 :]:
            if depth <= level:
                break
            parts.append((other, depth))
        if parts and max(depth for _, depth in parts) < 6:
            new = list(lines)
            for other, _ in parts:
                new[other] = "#" + lines[other]
            yield "\n".join(new), f"the parts of '{lines[number].strip()}' are one level deeper"


def table_columns(text, spans, chance):
    """Two neighbouring columns change places; the first stays, for it names the rows."""
    lines = text.split("\n")
    prose = set(prose_lines(lines))
    tables, rows = [], []
    for number in range(len(lines) + 1):
        if number < len(lines) and number in prose and ROW.match(lines[number]):
            rows.append(number)
        elif rows:
            tables.append(rows)
            rows = []
    for rows in some(tables, 3, chance):
        cells = [split_row(lines[row]) for row in rows]
        width = len(cells[0])
        if len(rows) < 3 or width < 3 or any(len(row) != width for row in cells):
            continue
        left = chance.randrange(1, width - 1)
        new = list(lines)
        for row, parts in zip(rows, cells):
            parts[left], parts[left + 1] = parts[left + 1], parts[left]
            new[row] = "|" + "|".join(parts) + "|"
        yield "\n".join(new), f"columns {left + 1} and {left + 2} of '{lines[rows[0]].strip()}' change places"


def split_row(line):
    return re.split(r"(?<!\\)\|", line.strip())[1:-1]


def wrapping(text, spans, chance):
    """A paragraph or item is broken at a blank, or two lines of one are joined."""
    lines = text.split("\n")
    prose = set(prose_lines(lines))
    plain = [
        n for n in prose
        if len(lines[n]) > 40 and not ROW.match(lines[n]) and not HEADING.match(lines[n]) and "`" not in lines[n]
        and not lines[n].startswith(("    ", "\t", ">", "[")) and "|" not in lines[n]
    ]  # fmt: skip
    for number in some(sorted(plain), 4, chance):
        line = lines[number]
        indent = re.match(r"\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?", line)
        margin = " " * len(re.match(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?", line)[0])
        blanks = [
            m.start() for m in re.finditer(r"(?<=\S) (?=\S)", line)
            if m.start() > indent.end() + 8 and not OPENS.match(line[m.end() :])
        ]  # fmt: skip
        if blanks:
            blank = chance.choice(blanks)
            new = lines[:number] + [line[:blank], margin + line[blank + 1 :]] + lines[number + 1 :]
            yield "\n".join(new), f"'{line.strip()}' is broken behind '{line[:blank].split()[-1]}'"


def wording(text, spans, chance):
    """Words around a value that do not change it: a dash for a hyphen, a blank before `%`, words for `<`."""
    lines = text.split("\n")
    prose = sorted(prose_lines(lines))
    ways = [
        (r"\bDay (\d+)-(\d+)\b", r"Day \1–\2"),
        (r"\bDay (\d+)-(\d+)\b", r"Days \1 to \2"),
        (r"\bWeek (\d+)-(\d+)\b", r"Weeks \1–\2"),
        (r"(\d)%(?=[\s),;|.]|$)", r"\1 %"),
        (r"\((?:<|under) (\d+) minutes\)", r"(under \1 min)"),
        (r"< (\d+) minutes\b", r"<\1 min"),
        (r"(?<=\d)ms\b", " ms"),
        (r"\*\*(Duration|Target|Critical|Rollback time|Risk|Alert)\*\*:", r"**\1:**"),
        (r"\*\*(Duration|Target|Critical|Rollback time|Risk|Alert)\*\*:", r"\1:"),
    ]
    for pattern, replacement in ways:
        places = [n for n in prose if re.search(pattern, lines[n])]
        for number in some(places, 1, chance):
            new = list(lines)
            new[number] = re.sub(pattern, replacement, lines[number], count=1)
            yield "\n".join(new), f"'{lines[number].strip()}' → '{new[number].strip()}'"
    headings = [n for n in prose if HEADING.match(lines[n])]
    for number in some(headings, 2, chance):
        words = chance.choice(["The team keeps this part up to date.", "Questions go to the people who wrote this."])
        new = lines[: number + 1] + ["", words] + ([""] if lines[number + 1 : number + 2] != [""] else [])
        yield "\n".join(new + lines[number + 1 :]), f"words under '{lines[number].strip()}'"


def some(values, count, chance):
    return chance.sample(values, min(count, len(values)))


KINDS = [
    ("emphasis", emphasis),
    ("list markers", list_markers),
    ("heading levels", heading_levels),
    ("table columns", table_columns),
    ("wrapping", wrapping),
    ("wording", wording),
]
