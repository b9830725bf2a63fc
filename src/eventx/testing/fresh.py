"""The same in a fresh process: with another order of sets, and with nothing imported yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from eventx.model import Article
from eventx.serialize import mention_to_dict
from eventx.testing.checks import Skip

# Libraries that take long to import, and that only building a component may load.
HEAVY = (
    "spacy", "thinc", "torch", "transformers", "tensorflow", "keras", "jax", "sklearn", "onnxruntime", "gensim",
    "stanza", "flair", "nltk", "dateparser", "trafilatura",
)  # fmt: skip

# Each seed gives sets another order; one that happens to give the same hides a fault.
SEEDS = ("1", "2")


def heavy_modules(reference: str, name: str) -> list[str]:
    """Which of `HEAVY` are loaded once a fresh process has listed a plugin.

    Raises:
        Skip: If a fresh process cannot import it.
    """
    answers = _run({"task": "list", "reference": reference, "name": name}, SEEDS[:1])
    if not answers:
        raise Skip("another process cannot import it")
    return [str(module) for module in answers[0]]


def extracted_again(reference: str, name: str, component: str, articles: Sequence[Article]) -> list[list[Any]]:
    """What an extractor finds in fresh processes with other hash seeds: rows as `mention_to_dict` makes them."""
    rows = [
        {"id": a.id, "text": a.text, "published": a.published and a.published.isoformat(), "language": a.language}
        for a in articles
    ]
    task = {"task": "extract", "reference": reference, "name": name, "component": component, "articles": rows}
    return _run(task, SEEDS)


def _run(task: dict[str, Any], seeds: Sequence[str]) -> list[Any]:
    command = [sys.executable, "-c", "from eventx.testing.fresh import main; main()"]
    paths = os.pathsep.join(path for path in sys.path if path)
    running = []
    for seed in seeds:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        running.append(process)
    answers = []
    for process in running:
        output, _ = process.communicate(json.dumps(task).encode())
        if process.returncode:
            raise RuntimeError(f"a fresh process ended with {process.returncode}; its messages stand above")
        answers.append(json.loads(output.decode().rpartition("\n@@")[2]))
    return [answer for answer in answers if answer is not None]


def main() -> None:
    """Run in the fresh process: read a task from standard input, write the answer to standard output."""
    task = json.loads(sys.stdin.read())
    try:
        plugin = _plugin(task["reference"])
    except ImportError:  # a module of a test, say, that stands on no path
        answer = None
    else:
        answer = _list(plugin, task) if task["task"] == "list" else _extract(plugin, task)
    sys.stdout.write(f"\n@@{json.dumps(answer)}")


def _plugin(reference: str) -> object:
    if ":" not in reference:
        return reference
    module, _, attribute = reference.partition(":")
    found: Any = import_module(module)
    return getattr(found, attribute) if attribute else found


def _list(plugin: object, task: dict[str, Any]) -> list[str]:
    from eventx.plugins import PluginHost

    if isinstance(plugin, str):
        PluginHost(allow=[plugin], deny=[], no_plugins=False).plugins()
    else:
        PluginHost(plugins={task["name"]: plugin}, installed=False, environ={}).plugins()
    return sorted(module for module in HEAVY if module in sys.modules)


def _extract(plugin: object, task: dict[str, Any]) -> list[Any]:
    from eventx.testing.subject import Subject, analyse, extract, load

    under_test = load(plugin, name=None if isinstance(plugin, str) else task["name"])
    component = next(c for c in under_test.components if c.kind == "extractor" and c.record.name == task["component"])
    subject = Subject(under_test, component)
    articles = [Article.of(**row) for row in task["articles"]]
    instance = subject.build()
    return [mention_to_dict(m) for a in analyse(articles) for m in extract(instance, subject.record, [a])]
