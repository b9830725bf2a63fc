"""How fast, and how much memory: `python benchmarks/speed.py [ARTICLES.jsonl ...]`.

Everything is measured in one run, interleaved, so that ratios hold on a busy machine: CPU seconds of `extract` and
`timeline` against a bare ``nlp.pipe`` of the same pipeline with all its components over the same texts, one worker
against two, start-up, and peak memory at two sizes. Without files it makes its own text (`news.py`).
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from news import write

from eventx.analysis.pipelines import bundled_path
from eventx.pipeline import Pipeline, Settings

PEAK = """
import sys
from eventx.pipeline import Pipeline
pipeline = Pipeline()
for result in pipeline.extract(pipeline.read(sys.argv[1:])):
    pass
# Not getrusage(): its maximum is inherited from the process that started this one.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(status["VmHWM"].split()[0])
"""


def cpu(action) -> float:
    """CPU seconds that an action takes in this process."""
    start = time.process_time()
    action()
    return time.process_time() - start


def wall(action) -> float:
    """Seconds by the clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="*", help="JSONL files of articles; left out, text is made")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", type=int, nargs=2, default=(1_000, 10_000), metavar=("FEW", "MANY"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = options.articles
        if not files:
            files = [str(Path(folder, "news.jsonl"))]
            write(Path(files[0]), 600)
        rows = [*speeds(files, options.runs), *workers(files), *memory(Path(folder), *options.memory), *start_up()]
    print("| what | figure |\n|---|---|")  # noqa: T201
    for what, figure in rows:
        print(f"| {what} | {figure} |")  # noqa: T201


def speeds(files: list[str], runs: int) -> list[tuple[str, str]]:
    """CPU seconds against a bare pass of spaCy."""
    import spacy

    reading = Pipeline()
    articles = list(reading.read(files))
    words = sum(len(article.text.split()) for article in articles)
    nlp = spacy.load(bundled_path())
    texts = [article.text for article in articles]
    extracting, building = Pipeline(), Pipeline()
    for pipeline in (extracting, building):  # models are loaded and caches filled outside the measurement
        list(pipeline.extract(articles[:2]))
    list(nlp.pipe(texts[:2]))
    bare, extract, timeline = [], [], []
    for _ in range(runs):
        bare.append(cpu(lambda: list(nlp.pipe(texts))))
        extract.append(cpu(lambda: list(extracting.extract(articles))))
        timeline.append(cpu(lambda: building.timeline(articles)))
    full = statistics.median(bare)
    rows = [("articles, words", f"{len(articles):,}, {words:,}")]
    for name, seconds in (
        ("bare nlp.pipe", full),
        ("extract", statistics.median(extract)),
        ("timeline", statistics.median(timeline)),
    ):
        rows.append(
            (f"{name}: CPU seconds, words/s, bare/this", f"{seconds:.1f}, {words / seconds:,.0f}, {full / seconds:.2f}")
        )
    report = extracting.report
    rows.append(("sentences parsed", f"{report.parsed / report.sentences:.0%}"))
    return rows


def workers(files: list[str]) -> list[tuple[str, str]]:
    """Wall-clock seconds of one worker and of two, start-up included."""

    def run(count: int) -> float:
        pipeline = Pipeline(Settings(workers=count))
        articles = list(pipeline.read(files)) * 1
        return wall(lambda: list(pipeline.extract(articles)))

    one, two = run(1), run(2)
    return [("two workers against one, start-up included", f"{one:.1f} s / {two:.1f} s = {one / two:.2f}")]


def memory(folder: Path, few: int, many: int) -> list[tuple[str, str]]:
    """Peak memory of `extract` at two sizes, each in a process of its own."""
    peaks = []
    for count in (few, many):
        path = folder / f"news-{count}.jsonl"
        write(path, count)
        done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout) / 1024)
    return [
        (
            f"peak memory of extract at {few:,} and {many:,} articles",
            f"{peaks[0]:.0f} MB, {peaks[1]:.0f} MB = {peaks[1] / peaks[0]:.2f}",
        )
    ]


def start_up() -> list[tuple[str, str]]:
    """CPU seconds of importing eventx over bare Python, and of `eventx --help`."""

    def child(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    bare = min(child("-c", "pass") for _ in range(5))
    imported = min(child("-c", "import eventx") for _ in range(5))
    helped = min(child("-c", "from eventx.cli import main; main(['--help'])") for _ in range(5))
    return [("import eventx over bare Python, eventx --help", f"{imported - bare:.3f} s, {helped:.3f} s")]


if __name__ == "__main__":
    main()
