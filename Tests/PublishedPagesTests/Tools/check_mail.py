"""Reads a site's mail as a mail client does. Usage: check_mail.py SITE HTML-TO-WRITE"""

import email
import email.policy
import json
import pathlib
import sys

site, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
headline = json.loads((site / "status.json").read_text())["headline"]
message = email.message_from_bytes((site / "emails/status.eml").read_bytes(), policy=email.policy.default)
faults = [f"{part.get_content_type()}: {defect!r}" for part in message.walk() for defect in part.defects]
for name, value in message.items():
    faults += [f"header {name}: {defect!r}" for defect in getattr(value, "defects", [])]
types = [part.get_content_type() for part in message.iter_parts()]
if message.get_content_type() != "multipart/alternative" or types != ["text/plain", "text/html"]:
    faults.append(f"the alternatives are {message.get_content_type()} of {types}")
for kind in ("plain", "html"):
    body = message.get_body((kind,))
    text = body.get_content() if body else ""
    if headline not in text:
        faults.append(f"the {kind} part does not say {headline!r}")
    if kind == "html":
        target.write_text(text)
if faults:
    sys.exit("\n".join(faults))
