"""The folders of documents that are changed.

Plans are what a team would write: the example plan, the rules' examples, the projects of the tool's own tests. The fixtures
of the readers' tests are shapes: a page for each way to write something, with names that no second page confirms.
"""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]


def corpora(plumbline):
    """Name → documents (path → text), in a fixed order."""
    found = {"content": read(ROOT / "content")}
    found.update(sorted(plumbline.examples().items()))
    projects = ROOT / "Tests/PlumblineCommandsTests/Projects"
    for project in sorted(projects.glob("*/input")):
        found[f"project-{project.parent.name}"] = read(project)
    fixtures = ROOT / "Tests/PlanReadingTests/Fixtures"
    for path in sorted(fixtures.iterdir()):
        if path.is_dir():
            found[f"fixture-{path.name}"] = read(path)
        elif path.suffix == ".md":
            found[f"fixture-{path.stem}"] = {path.name: text(path)}
    return {name: documents for name, documents in found.items() if documents}


def is_shape(corpus):
    return corpus.startswith("fixture-")


def read(folder):
    """Documents and settings of a folder; what is no text in UTF-8 stays away."""
    names = [path for path in sorted(folder.rglob("*")) if path.suffix == ".md" or path.name == "plumbline.yml"]
    texts = {str(path.relative_to(folder)): text(path) for path in names}
    return {name: text for name, text in texts.items() if text is not None}


def text(path):
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return None


def changed(documents, name, text):
    """The documents with one of them replaced."""
    return {**documents, name: text}
