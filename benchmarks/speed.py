"""How fast, and how much memory: `python benchmarks/speed.py [ARTICLES.jsonl ...]`.

Everything is measured in one run, interleaved, so that ratios hold on a busy machine: CPU seconds of `extract` and
`timeline` against a bare ``nlp.pipe`` of the same pipeline with all its components over the same texts, where the time
goes, one worker against two, start-up, and peak memory at two sizes. Without files it makes its own text (`news.py`).
With ``--gold`` it also says what the screen costs in recall, against parsing every sentence.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs
from news import write
from stages import where_time_goes

from eventx.analysis.pipelines import bundled_path
from eventx.evaluation import evaluate, read_gold
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings

PEAK = """
import sys
from eventx.pipeline import Pipeline
pipeline = Pipeline()
articles = pipeline.read(sys.argv[2:])
if sys.argv[1] == "timeline":
    pipeline.timeline(articles)
else:
    for result in pipeline.extract(articles):
        pass
# Not getrusage(): its maximum is inherited from the process that started this one.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(status["VmHWM"].split()[0])
"""

Rows = list[tuple[str, str]]


def cpu(action: Callable[[], object]) -> float:
    """CPU seconds that an action takes in this process, all its threads together."""
    start = time.process_time()
    action()
    return time.process_time() - start


def wall(action: Callable[[], object]) -> float:
    """Seconds by the clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def speeds(articles: Sequence[Article], runs: int) -> Rows:
    """CPU seconds against a bare pass of spaCy."""
    import spacy

    words = sum(len(article.text.split()) for article in articles)
    nlp = spacy.load(bundled_path())
    texts = [article.text for article in articles]
    extracting, building = Pipeline(), Pipeline()
    for pipeline in (extracting, building):  # models are loaded and caches filled outside the measurement
        list(pipeline.extract(articles[:2]))
    list(nlp.pipe(texts[:2]))
    extracting.report.parsed = extracting.report.sentences = 0
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
        figures = f"{seconds:.1f}, {words / seconds:,.0f}, {full / seconds:.2f}"
        rows.append((f"{name}: CPU seconds, words a second, times as fast as bare", figures))
    report = extracting.report
    rows.append(("sentences parsed", f"{report.parsed / report.sentences:.0%}"))
    return rows


def profile(articles: Sequence[Article]) -> Rows:
    """What each stage of a timeline takes."""
    seconds = where_time_goes(articles)
    total = sum(took for _, took in seconds)
    return [(f"of a timeline: {label}", f"{took:.2f} s, {took / total:.0%}") for label, took in seconds]


def recall(files: Iterable[str]) -> Rows:
    """How many gold triggers are found where the screen chooses the sentences, and where every sentence is parsed."""
    rows = []
    for file in files:
        gold, found = read_gold(file), []
        for screened in (True, False):
            pipeline = Pipeline(Settings(options={"rules:events": {"screened": screened}}))
            results = pipeline.extract(pipeline.read([file]))
            evaluation = evaluate(gold, [mention for result in results for mention in result.mentions])
            found.append(100 * (evaluation.figures["all"]["trigger_r"] or 0))
        figures = f"{found[0]:.1f}, {found[1]:.1f}, {found[0] - found[1]:+.1f}"
        rows.append((f"trigger recall on {Path(file).name}: screened, every sentence parsed, points", figures))
    return rows


def workers(articles: Sequence[Article], rounds: int = 4) -> Rows:
    """Seconds by the clock of one worker and of two.

    One works in this process, which has loaded all before; two have to start, and to load it. What that takes is left
    out by timing the job once, and then ``rounds`` times in one go.
    """
    list(Pipeline().extract(articles[:2]))

    def seconds(count: int, times: int) -> float:
        given = [attrs.evolve(article, id=f"{article.id}-{number}") for number in range(times) for article in articles]
        return wall(lambda: list(Pipeline(Settings(workers=count)).extract(given)))

    once, often = ([seconds(count, times) for count in (1, 2)] for times in (1, rounds))
    one, two = ((later - first) / (rounds - 1) for first, later in zip(once, often, strict=True))
    load = os.getloadavg()[0]
    return [
        ("processors, load while measured", f"{os.cpu_count()}, {load:.1f}"),
        (f"one worker, two with their start-up: {len(articles):,} articles", _against(*once)),
        (f"one worker, two with their start-up: {rounds * len(articles):,} articles", _against(*often)),
        (f"one worker, two without their start-up: {len(articles):,} articles", _against(one, two)),
    ]


def _against(one: float, two: float) -> str:
    return f"{one:.1f} s, {two:.1f} s, {one / two:.2f} times"


def memory(folder: Path, few: int, many: int) -> Rows:
    """Peak memory at two sizes, each in a process of its own."""
    rows = []
    for command in ("extract", "timeline"):
        peaks = []
        for count in (few, many):
            path = folder / f"news-{count}.jsonl"
            write(path, count)
            code = [sys.executable, "-c", PEAK, command, str(path)]
            done = subprocess.run(code, capture_output=True, text=True, check=True)
            peaks.append(int(done.stdout) / 1024)
        figures = f"{peaks[0]:.0f} MB, {peaks[1]:.0f} MB, {peaks[1] / peaks[0]:.2f} times"
        rows.append((f"peak memory of {command} at {few:,} and {many:,} articles", figures))
    return rows


def start_up() -> Rows:
    """CPU seconds of importing eventx over bare Python, and of `eventx --help`."""

    def child(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    bare = min(child("-c", "pass") for _ in range(5))
    imported = min(child("-c", "import eventx") for _ in range(5))
    helped = min(child("-c", "from eventx.cli import main; main(['--help'])") for _ in range(5))
    return [("import eventx over bare Python, eventx --help", f"{imported - bare:.2f} s, {helped:.2f} s")]


PARTS = ("speed", "profile", "recall", "workers", "memory", "start-up")


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="*", help="JSONL files of articles; left out, text is made")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this; again for more")
    parser.add_argument("--gold", action="append", default=[], help="annotated articles, for what the screen loses")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", type=int, nargs=2, default=(1_000, 10_000), metavar=("FEW", "MANY"))
    options = parser.parse_args()
    wanted = options.only or PARTS
    print("| what | figure |\n|---|---|")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        files = options.articles
        if not files:
            files = [str(Path(folder, "news.jsonl"))]
            write(Path(files[0]), 600)
        articles = list(Pipeline().read(files))
        parts: dict[str, Callable[[], Rows]] = {
            "speed": lambda: speeds(articles, options.runs),
            "profile": lambda: profile(articles),
            "recall": lambda: recall(options.gold),
            "workers": lambda: workers(articles),
            "memory": lambda: memory(Path(folder), *options.memory),
            "start-up": start_up,
        }
        for part in PARTS:
            for what, figure in parts[part]() if part in wanted else ():
                print(f"| {what} | {figure} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
