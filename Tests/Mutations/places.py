"""Stretches of documents, counted as the tool counts them: lines and columns from 1, columns in grapheme clusters."""

import unicodedata

JOINER = "\u200d"


def clusters(line):
    """Grapheme clusters, near enough for documents of ours: combining marks, joiners, skin tones, flags of two letters."""
    found = []
    for character in line:
        if found and (extends(character) or found[-1].endswith(JOINER) or is_half_a_flag(found[-1], character)):
            found[-1] += character
        else:
            found.append(character)
    return found


def extends(character):
    return (
        unicodedata.combining(character)
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character == JOINER
        or "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def is_half_a_flag(cluster, character):
    return all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in cluster + character) and len(cluster) == 1


def offset(lines, line, column):
    """Index into the text whose lines these are; `lines` keep their ends."""
    return sum(map(len, lines[: line - 1])) + sum(map(len, clusters(lines[line - 1])[: column - 1] if column > 1 else []))


def stretch(text, at):
    """The range of indices that a place of the contracts covers."""
    lines = text.replace("\r\n", "\n").split("\n")
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = [line + ends for line in lines]
    return offset(lines, at["line"], at["column"]), offset(lines, at["endLine"], at["endColumn"])


def touches(text, at, start, end):
    """Whether a place of a finding covers or touches a stretch of the text."""
    first, last = stretch(text, at)
    return first <= end and start <= last
