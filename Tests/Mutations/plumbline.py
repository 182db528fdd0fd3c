"""The tool under test, and what it says of a folder."""

import json
import pathlib
import shutil
import subprocess
import tempfile


class Plumbline:
    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())

    def json(self, *arguments, cwd=None):
        """Standard output of a run, read as JSON; findings are no failure."""
        result = subprocess.run(
            [self.binary, *arguments], cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120
        )
        if result.returncode not in (0, 1):
            raise SystemExit(f"error: {self.binary} {' '.join(arguments)}: {result.stderr}")
        return json.loads(result.stdout)

    def lint(self, folder):
        """The findings of a corpus or of a changed copy of it: by fingerprint, with the places they point at."""
        with written(folder) as path:
            findings = self.json("lint", "--preview", "--format", "json", ".", cwd=path)["findings"]
        return {finding["fingerprint"]: finding for finding in findings}

    def explain(self, folder):
        """Every fact of the plan with the places that state it."""
        with written(folder) as path:
            return self.json("plan", "--explain", "--format", "json", ".", cwd=path)["explanations"]

    def rules(self):
        return self.json("explain", "--format", "json")["rules"]

    def examples(self):
        """The documents of the rules' examples, by `RULE-good` and `RULE-bad`."""
        rules = self.rules()
        return {
            f"{rule['id']}-{kind}": {document["path"]: document["text"] for document in rule[key]}
            for rule in rules
            for kind, key in [("good", "notReported"), ("bad", "reported")]
        }


class written:
    """A folder with the given documents, for as long as the block lasts."""

    def __init__(self, documents):
        self.documents = documents

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-mutation-"))
        for name, text in self.documents.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path)
