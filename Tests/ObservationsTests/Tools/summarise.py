"""Prints what DuckDB makes of metric files, a line of JSON for each.

usage: summarise.py FOLDER: every .csv (first line: its separator is told by its header) and .jsonl in it.
"""

import json
import sys
from pathlib import Path

import duckdb

QUERY = """
    select name, coalesce(host, ''), count(*), min(v), max(v), avg(v), quantile_cont(v, [0.5, 0.95, 0.99])
    from (select distinct name, host, "time", try_cast(trim(value) as double) as v from {source})
    where v is not null and isfinite(v)
    group by all order by all
"""


def source(path: Path) -> str:
    if path.suffix == ".jsonl":
        columns = "{time: 'VARCHAR', name: 'VARCHAR', value: 'VARCHAR', labels: 'STRUCT(host VARCHAR)'}"
        return (
            f"(select name, labels.host as host, \"time\", value "
            f"from read_json('{path}', format = 'newline_delimited', columns = {columns}))")
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline()
    separator = next(sign for sign in ",;\t" if sign in header)
    return f"read_csv('{path}', delim = '{separator}', quote = '\"', escape = '\"', header = true, all_varchar = true)"


def main() -> None:
    # The files are small: threads would cost more than they save.
    connection = duckdb.connect(config={"threads": 1})
    for path in sorted(Path(sys.argv[1]).iterdir()):
        rows = connection.sql(QUERY.format(source=source(path))).fetchall()
        print(json.dumps({"file": path.name, "rows": rows}))


main()
