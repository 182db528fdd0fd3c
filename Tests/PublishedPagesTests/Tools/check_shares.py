"""Asks flagd's own evaluation whom a flag is on for. Usage: check_shares.py FOLDER

FOLDER holds PERCENTAGE.json for growing percentages of one flag. Of 100,000 users each must be on for its percentage to half a
point, and whoever is in at one percentage must be in at every higher one.
"""

import json
import logging
import pathlib
import sys

from openfeature.contrib.tools.flagd.core import FlagdCore
from openfeature.evaluation_context import EvaluationContext

logging.getLogger("openfeature").setLevel(logging.ERROR)
users = [f"user-{number}@example.org" for number in range(100_000)]
files = sorted(pathlib.Path(sys.argv[1]).glob("*.json"), key=lambda path: float(path.stem))
faults, before = [], set()
for path in files:
    core = FlagdCore()
    core.set_flags(path.read_text())
    (flag,) = json.loads(path.read_text())["flags"]
    on = {user for user in users if core.resolve_boolean_value(flag, False, EvaluationContext(user)).value}
    share, percent = 100 * len(on) / len(users), float(path.stem)
    print(f"{percent} %: {share} %")
    if abs(share - percent) > 0.5 or percent in (0, 100) and share != percent:
        faults.append(f"on for {share} %, not for {percent} %")
    if not before <= on:
        faults.append(f"{len(before - on)} users fell out at {percent} %")
    before = on
if len(files) < 2 or faults:
    sys.exit("\n".join(faults) or "nothing to compare")
