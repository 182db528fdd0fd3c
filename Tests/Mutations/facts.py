"""Changes of one fact in one of the places that tell it: what a linter of plans has to notice."""

import collections
import dataclasses
import re

from forms import HEADING, prose_lines
from places import stretch

NAME = re.compile(r"[A-Za-z_][\w.-]{5,}")
NUMBER = re.compile(r"\d+(?:\.\d+)?")

# What explanations call a value → how it is changed. What is not here is told once, or is no value: titles of tasks,
# steps, commands, risks in words.
KINDS = {
    "schedule": "days",
    "duration": "duration",
    "rollback time": "budget",
    "time budget": "budget",
    "share": "percentage",
    "stage's share": "percentage",
    "stage's time": "days",
    "target": "limit",
    "warning": "limit",
    "critical": "limit",
    "stage": "flag name",
    "defined": "flag name",
    "switched on": "flag name",
    "switched off": "flag name",
    "name": "name",
    "title": "name",
    "date": "date",
}


@dataclasses.dataclass(frozen=True)
class Mutation:
    corpus: str
    kind: str
    file: str
    #: The whole document as changed.
    text: str
    #: Where the change stands in it.
    start: int
    end: int
    old: str
    new: str

    @property
    def line(self):
        return self.text.count("\n", 0, self.start) + 1


def mutations(corpus, documents, explanations):
    """Every change of every place that agrees with another place of the same fact; each stretch once."""
    seen = set()
    for fact, kind, places in agreeing(documents, explanations):
        for at in places:
            if at["file"] not in documents:
                continue
            text = documents[at["file"]]
            start, end = stretch(text, at)
            # The place of a title is its whole heading; the name is a part of it.
            value = text.find(at.get("value", ""), start, end) if kind == "name" else -1
            if value >= 0:
                start, end = value, value + len(at["value"])
            for old_start, old_end, new in changes(kind, text, start, end):
                key = (at["file"], old_start, old_end, new)
                if key not in seen and text[old_start:old_end] != new:
                    seen.add(key)
                    yield Mutation(
                        corpus, kind, at["file"], text[:old_start] + new + text[old_end:], old_start,
                        old_start + len(new), text[old_start:old_end], new)  # fmt: skip


def agreeing(documents, explanations):
    """The facts that two or more places tell alike: `(fact, kind, places)`."""
    # What must hold at the end of a phase, or before a box is ticked, is a demand of its own, which may ask for more than
    # the target does.
    demands = {
        (s["at"]["file"], s["at"]["line"])
        for f in explanations
        if f["kind"] in ("successCriterion", "checklist")
        for s in f["statements"]
    }
    phases = Phases(documents, explanations)
    for fact in explanations:
        groups = collections.defaultdict(dict)
        for statement in fact["statements"]:
            kind = KINDS.get(statement["what"])
            if kind is None or statement["reading"] in ("frontMatter", "title"):
                continue
            at = {**statement["at"], "value": statement["value"]}
            if kind == "limit" and (at["file"], at["line"]) in demands:
                continue
            # A stage of a flag that others name (`10%, then everyone`) does not spell it.
            if kind == "flag name" and not spells(documents.get(at["file"], ""), at, fact["name"]):
                continue
            # A flag has several stages: only those of one value tell the same.
            groups[kind, alike(kind, fact, statement)].setdefault(
                (at["file"], at["line"], at["column"]), at)
            if kind == "flag name" and "%" in statement["value"]:
                groups["flag's percentage", statement["value"]].setdefault((at["file"], at["line"]), at)
        for (kind, _), places in groups.items():
            told = list(places.values())
            if kind == "limit":
                told = phases.confirmed(told)
            elif kind == "flag name":
                told = told if len({(at["file"], at["line"]) for at in told}) > 1 else []
            if len(told) > 1:
                yield fact, kind, told
    yield from lengths(explanations)


class Phases:
    """Which phase or stage of a plan a place belongs to, by the headings above it or the row of a table."""

    def __init__(self, documents, explanations):
        self.headings = {file: headings(text) for file, text in documents.items() if file.endswith(".md")}
        self.named = {
            (file, line): name for file, text in documents.items() if file.endswith(".md") for line, name in rows(text)
        }
        self.named |= {
            (statement["at"]["file"], statement["at"]["line"]): number_of(fact["name"])
            for fact in explanations
            if fact["kind"] == "phase"
            for statement in fact["statements"]
            if statement["reading"] in ("heading", "tableCell")
        }

    def at(self, place):
        """None for what is told of the whole plan."""
        own = self.named.get((place["file"], place["line"]))
        if own:
            return own
        deepest = 7
        for line, level in reversed(self.headings.get(place["file"], [])):
            if line <= place["line"] and level < deepest:
                deepest = level
                if (place["file"], line) in self.named:
                    return self.named[place["file"], line]
        return None

    def confirmed(self, places):
        """What a stage must keep to is asked of this stage alone: another may ask for more."""
        stages = [self.at(place) for place in places]
        return [
            place
            for index, place in enumerate(places)
            if any(
                stages[index] is None or stage in (None, stages[index])
                for other, stage in enumerate(stages)
                if other != index
            )
        ]


def headings(text):
    """Line and level of each."""
    lines = text.split("\n")
    found = ((n + 1, HEADING.match(lines[n])) for n in prose_lines(lines))
    return [(number, len(match[1])) for number, match in found if match]


def rows(text):
    """Lines of the tables of stages, each with its stage."""
    is_stage = False
    for number, line in enumerate(text.split("\n")):
        cells = [cell.strip() for cell in line.split("|")[1:-1]] if line.startswith("|") else []
        if not cells:
            is_stage = False
        elif cells[0].casefold() in ("stage", "phase", "wave", "step", "ring"):
            is_stage = True
        elif is_stage and not set(cells[0]) <= set(":- "):
            yield number + 1, number_of(cells[0])


def number_of(name):
    """`Stage 2` and `Phase 2` are one."""
    number = re.search(r"\d+", name)
    return number[0] if number else name.casefold()


def spells(text, at, name):
    """Whether a place writes a flag's name, in any of its spellings."""
    start, end = stretch(text, at)
    word = NAME.search(text[start:end])
    found, wanted = (re.sub(r"[\W_]", "", each).casefold() for each in (word[0] if word else "", name))
    return bool(found) and (found in wanted or wanted in found)


def alike(kind, fact, statement):
    """What two statements of a fact have in common when they say the same."""
    value = statement["value"].casefold()
    if kind in ("name", "date"):
        return value
    if kind == "flag name":
        return fact["name"]
    numbers = tuple(map(float, NUMBER.findall(value)))
    letters = re.search(r"[a-z%]", value)
    return statement["what"].removeprefix("stage's "), numbers, letters and letters[0]


def lengths(explanations):
    """Phases whose days and whose duration say the same: `Day 6-10` and `5 days`."""
    for fact in explanations:
        if fact["kind"] != "phase":
            continue
        for schedule in (s for s in fact["statements"] if s["what"] == "schedule"):
            for duration in (s for s in fact["statements"] if s["what"] == "duration"):
                days = [int(n) for n in re.findall(r"\d+", schedule["value"])]
                length = re.fullmatch(r"(\d+) days?", duration["value"])
                if len(days) == 2 and schedule["value"].startswith("Day") and length:
                    if days[1] - days[0] + 1 == int(length[1]):
                        yield fact, "days", [schedule["at"]]
                        yield fact, "duration", [duration["at"]]


def changes(kind, text, start, end):
    """Stretches of the text with what they become; all of one line."""
    if kind == "flag's percentage":
        # The percentage stands on the line of the flag; where several do, nobody can tell which it is.
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start) % (len(text) + 1)
        shares = list(re.finditer(r"\d+(?:\.\d+)?(?=\s?%)", text[first:last]))
        if len(shares) == 1:
            yield from numbers_changed("percentage", text, first + shares[0].start(), first + shares[0].end())
    elif "\n" in text[start:end]:
        return
    elif kind == "flag name":
        yield from misspelled(text, start, end)
    elif kind == "name":
        words = re.search(r"[^\W\d_].*\w", text[start:end])
        if words:
            yield start + words.start(), start + words.end(), "Zanzibar quarry"
    else:
        yield from numbers_changed(kind, text, start, end)


def misspelled(text, start, end):
    """A letter lost inside of the longest word, and two that have changed places."""
    name = NAME.search(text[start:end])
    if name:
        first, last = start + name.start(), start + name.end()
        words = re.finditer(r"[A-Z]?[a-z]{4,}|[A-Z]{4,}", text[first:last])
        word = max(words, key=lambda found: (len(found[0]), found.start()), default=None)
        if word:
            middle = first + (word.start() + word.end()) // 2
            yield first, last, text[first:middle] + text[middle + 1 : last]
            if text[middle] != text[middle - 1]:
                swapped = text[middle] + text[middle - 1]
                yield first, last, text[first : middle - 1] + swapped + text[middle + 1 : last]


def numbers_changed(kind, text, start, end):
    found = list(NUMBER.finditer(text[start:end]))
    for index, number in enumerate(found):
        value = float(number[0])
        for new in other_values(kind, value, index, [float(n[0]) for n in found]):
            yield start + number.start(), start + number.end(), f"{new:g}"


def other_values(kind, value, index, values):
    """Values of the same kind that say something plainly different."""
    if kind == "days":
        # The last day may move away, the first one stays in front of it.
        if index == len(values) - 1:
            return [value + 2]
        return [value + 1] if value + 1 < values[-1] else []
    if kind == "duration":
        return [value + 1, value + 2, value * 3]
    if kind == "percentage":
        return [other for other in (value - 15, value + 5, value + 15) if 0 < other <= 100]
    if kind == "date":
        return []
    if 50 < value < 100:
        return [100 - (100 - value) * 4, 100 - (100 - value) / 2]
    return [value * 2, value / 2]
