"""Holds every page of a site against axe-core, in light and dark. Usage: check_axe.py CHROMIUM SITE"""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

chromium, site = sys.argv[1], pathlib.Path(sys.argv[2])
pages = sorted(site.rglob("*.html"))
faults = []
axe = Axe()
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    # A phone in the dark and a desk by day: another layout, other colours.
    for width, scheme in [(390, "dark"), (1280, "light"), (1280, "dark")]:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        for path in pages:
            page.goto(path.as_uri())
            # What is folded away is read, too.
            page.eval_on_selector_all("details", "all => all.forEach(e => { e.open = true })")
            for violation in axe.run(page).response["violations"]:
                for node in violation["nodes"][:3]:
                    faults.append(
                        f"{path.relative_to(site)} at {width} px, {scheme}: {violation['id']}: {violation['help']}: "
                        f"{node['html'][:160]}: {node.get('failureSummary', '')[:300]}"
                    )
        context.close()
    browser.close()
if not pages:
    faults.append("there is no page")
if faults:
    sys.exit("\n".join(faults))
