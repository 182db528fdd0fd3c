"""Files of metrics to be read against the clock: writes them, and asks DuckDB what they come to.

usage: metric_files.py write FILE COUNT | ask FILE; the file's name ends in .csv or .jsonl.
"""

import sys
from pathlib import Path

import duckdb

# Four metrics on 17 hosts, a sample of each every 15 seconds.
HOSTS = 17
METRICS = [
    ("hook_execution_time_ms", "ms"), ("error_rate_percent", "%"), ("system_availability_percent", "%"),
    ("background_job_processing_seconds", "s")]

SAMPLES = """
    select strftime(to_timestamp(1790000000 + step * 15)::timestamp, '%Y-%m-%dT%H:%M:%SZ') as time,
           metric.name as name, metric.unit as unit,
           round(exp(3 + 4 * (hash(step * 68 + place * 17 + host) / 18446744073709551615.0 - 0.5)), 6) as value,
           format('web-{{:02d}}.example.org', host) as host
    from range({steps}) steps(step), range(17) hosts(host),
         (select place, name, unit from (values {metrics}) metrics(place, name, unit)) metric
    order by step, place, host
"""

QUERY = """
    select name, count(*), avg(value), quantile_cont(value, 0.95), min(value), max(value)
    from {reader}('{path}') group by name order by name
"""


def write(path: Path, count: int) -> None:
    """Writes about so many samples, as CSV or JSON Lines by the file's name."""
    metrics = ", ".join(f"({place}, '{name}', '{unit}')" for place, (name, unit) in enumerate(METRICS))
    samples = SAMPLES.format(steps=count // (HOSTS * len(METRICS)), metrics=metrics)
    connection = duckdb.connect()
    if path.suffix == ".csv":
        connection.sql(f"copy (select time, name, value, host from ({samples})) to '{path}' (header)")
    else:
        rows = f"select time, name, value, unit, {{'host': host}} as labels from ({samples})"
        connection.sql(f"copy ({rows}) to '{path}' (format json)")


def ask(path: Path) -> None:
    """Prints what `plumbline metrics` does."""
    reader = "read_csv" if path.suffix == ".csv" else "read_json"
    for row in duckdb.sql(QUERY.format(reader=reader, path=path)).fetchall():
        print(*row)


def main() -> None:
    verb, path, *count = sys.argv[1:]
    if verb == "write":
        write(Path(path), int(count[0]))
    else:
        ask(Path(path))


if __name__ == "__main__":
    main()
