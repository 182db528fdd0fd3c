"""Reads a site's machine faces with the programs that people read them with: feedparser, icalendar, OpenFeature's flagd.

Usage: check_faces.py SITE [EXPECTED]

EXPECTED is JSON with `entries` (title, updated, link, kind of each entry of the feed, in order) and `events` (summary, start,
end, text of each event, in order).
"""

import datetime
import json
import logging
import pathlib
import sys
import xml.etree.ElementTree

import feedparser
import icalendar
from openfeature.contrib.provider.flagd import FlagdProvider
from openfeature.contrib.provider.flagd.config import ResolverType
from openfeature.contrib.tools.flagd.core import FlagdCore
from openfeature.evaluation_context import EvaluationContext

site = pathlib.Path(sys.argv[1])
expected = json.loads(pathlib.Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else {}
faults = []


def hold(is_so, what):
    if not is_so:
        faults.append(what)


def same(found, wanted, what):
    hold(found == wanted, f"{what}: {found!r}, not {wanted!r}")


def check_badge():
    root = xml.etree.ElementTree.parse(site / "badge.svg").getroot()
    space = "{http://www.w3.org/2000/svg}"
    endpoint = json.loads((site / "badge.json").read_text())
    same(set(endpoint), {"schemaVersion", "label", "message", "color", "isError"}, "keys of badge.json")
    same(endpoint["schemaVersion"], 1, "badge.json: schemaVersion")
    same(root.get("role"), "img", "badge.svg: role")
    title = root.find(f"{space}title")
    hold(" as of " in title.text, f"badge.svg: its title does not say as of when: {title.text!r}")
    texts = [element.text for element in root.iter(f"{space}text")]
    same(texts, [endpoint["label"], endpoint["message"]], "badge.svg: texts")
    for element in root.iter():
        hold(element.tag.startswith(space), f"badge.svg: {element.tag}")
        hold(not any(name in element.attrib for name in ("style", "href", "onload")), f"badge.svg: {element.attrib}")


def check_feed():
    text = (site / "feed.atom").read_bytes()
    feed = feedparser.parse(text)
    hold(not feed.bozo, f"feed.atom: {feed.get('bozo_exception')}")
    same(feed.version, "atom10", "feed.atom: version")
    hold(feed.feed.id.startswith("urn:uuid:"), f"feed.atom: id {feed.feed.id}")
    ids = [entry.id for entry in feed.entries]
    same(len(set(ids)), len(ids), "feed.atom: distinct ids")
    for entry in feed.entries:
        hold(entry.get("updated_parsed"), f"feed.atom: {entry.id} has no time")
        hold(entry.tags and entry.content[0].type == "application/xhtml+xml", f"feed.atom: {entry.id}")
    if feed.entries:
        newest = max(entry.updated_parsed for entry in feed.entries)
        same(feed.feed.updated_parsed, newest, "feed.atom: updated")
    if "entries" in expected:
        found = [
            {"title": e.title, "updated": e.updated, "link": e.link, "kind": e.tags[0].term}
            for e in feed.entries
        ]
        same(found, expected["entries"], "feed.atom")


def check_calendar():
    path = site / "calendar.ics"
    if not path.exists():
        same(expected.get("events", []), [], "calendar.ics is missing")
        return
    data = path.read_bytes()
    for line in data.split(b"\r\n"):
        hold(len(line) <= 75 and b"\n" not in line and b"\r" not in line, f"calendar.ics: line {line!r}")
        line.decode("utf-8")
    hold(data.endswith(b"END:VCALENDAR\r\n"), "calendar.ics: end")
    calendar = icalendar.Calendar.from_ical(data)
    hold(not calendar.errors, f"calendar.ics: {calendar.errors}")
    events = calendar.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    same(len(set(uids)), len(uids), "calendar.ics: distinct names")
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    for event, copy in zip(events, again.walk("VEVENT"), strict=True):
        hold(not event.errors, f"calendar.ics: {event.errors}")
        same({key: copy[key] for key in copy}, {key: event[key] for key in event}, "calendar.ics: round trip")
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        hold(start < end, f"calendar.ics: {event['SUMMARY']} ends before it starts")
        hold(event.decoded("DTSTAMP").tzinfo is not None, "calendar.ics: DTSTAMP is no UTC")
        if type(start) is not datetime.date:
            same(start.utcoffset(), datetime.timedelta(0), "calendar.ics: zone")
    if "events" in expected:
        found = [
            {
                "summary": str(event["SUMMARY"]), "start": event.decoded("DTSTART").isoformat(),
                "end": event.decoded("DTEND").isoformat(), "text": str(event.get("DESCRIPTION", "")),
            }
            for event in events
        ]
        same(found, expected["events"], "calendar.ics")


def is_on(core, flag, user, **attributes):
    found = core.resolve_boolean_value(flag, False, EvaluationContext(user, attributes))
    return found.value


def check_flags():
    path = site / "flags.json"
    if not path.exists():
        return
    core = FlagdCore()
    core.set_flags(path.read_text())
    definitions = json.loads(path.read_text())["flags"]
    shares = {name: flag["metadata"].get("percent", 0) for name, flag in definitions.items()}
    users = [f"user-{number}" for number in range(2000)]
    for name, percent in shares.items():
        on = 100 * sum(is_on(core, name, user) for user in users) / len(users)
        hold(abs(on - percent) <= 4, f"flags.json: {name} is on for {on} %, not for {percent} %")
        hold(percent not in (0, 100) or on == percent, f"flags.json: {name} is on for {on} %, not {percent} %")
        same(is_on(core, name, None), percent == 100, f"flags.json: {name} without a key")
    provider = FlagdProvider(resolver_type=ResolverType.FILE, offline_flag_source_path=str(path))
    provider.initialize(EvaluationContext())
    for name in shares:
        for user in users[:50]:
            found = provider.resolve_boolean_details(name, False, EvaluationContext(user)).value
            same(found, is_on(core, name, user), f"flags.json: {name} for {user} in file mode")
    provider.shutdown()


logging.getLogger("openfeature").setLevel(logging.ERROR)
check_badge()
check_feed()
check_calendar()
check_flags()
if faults:
    sys.exit("\n".join(faults[:20]))
