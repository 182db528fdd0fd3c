"""Prints pages with Chromium and reads the paper. Usage: check_print.py CHROMIUM SITE FOLDER"""

import json
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

chromium, site, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
kpis = [kpi["name"] for kpi in json.loads((site / "status.json").read_text())["kpis"]]
lists = sorted((site / "checklists").glob("*.html"))[:1]
faults = []
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page()
    for source in [site / "index.html", *lists]:
        target = folder / f"{source.stem}.pdf"
        page.goto(source.as_uri())
        page.pdf(path=str(target), prefer_css_page_size=True)
        facts = subprocess.run(["pdfinfo", str(target)], capture_output=True, text=True, check=True).stdout
        if "(A4)" not in facts:
            faults.append(f"{source.name}: not printed on A4")
        text = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, text=True, check=True).stdout
        sheets = text.removesuffix("\f").split("\f")
        for number, sheet in enumerate(sheets, 1):
            # A sheet with nothing on it still says which page it is.
            if len("".join(sheet.split())) < 40:
                faults.append(f"{source.name}: page {number} of {len(sheets)} is empty")
        flat = "".join(text.split())
        for name in kpis if source.name == "index.html" else []:
            if "".join(name.split()) not in flat:
                faults.append(f"{source.name}: the printed page lacks {name!r}")
    browser.close()
if faults:
    sys.exit("\n".join(faults))
