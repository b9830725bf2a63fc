"""The report of ``eventx evaluate`` as text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eventx.printable import printable, shortened

Report = Mapping[str, Any]

_LONGEST = 70


def mention_text(report: Report) -> str:
    """The report over event mentions."""
    lines = [_title(report, report["mentions"], "mention")]
    for system in report["systems"]:
        lines += ["", *_mention_lines(system)]
    if "comparison" in report:
        lines += ["", *_comparison_lines(report["comparison"])]
    return "\n".join(lines)


def timex_text(report: Report) -> str:
    """The report over temporal expressions."""
    lines = [_title(report, report["timexes"], "expression")]
    for system in report["systems"]:
        figures = system["figures"]
        lines += ["", f"{printable(system['name'])}: {_count(figures['predicted'], 'expression')}"]
        names = ("strict", "relaxed", "value", "type", "day")
        lines += _table([["", "F1"], *([name, _number(figures[f"{name}_f1"])] for name in names)])
        lines += [_timex_error(error) for error in system["errors"]]
    return "\n".join(lines)


def _title(report: Report, number: int, noun: str) -> str:
    return f"{printable(report['gold'])}: {_count(report['articles'], 'article')}, {_count(number, noun)}"


def _mention_lines(system: Report) -> Iterator[str]:
    figures = system["figures"]["all"]
    elsewhere = f" ({system['elsewhere']:,} more in articles that gold does not have)" if system["elsewhere"] else ""
    yield f"{printable(system['name'])}: {_count(figures['predicted'], 'mention')}{elsewhere}"
    rows = [["", "P", "R", "F1"]]
    for name in ("trigger", "argument", "date", "cluster", "about"):
        rows.append([name, *(_number(figures[f"{name}_{part}"]) for part in ("p", "r", "f1"))])
    yield from _table(rows)
    yield f"date accuracy {_number(figures['date_accuracy'])} of {figures['dated']:,} that gold dates"
    yield (
        f"modality right {_number(figures['modality_accuracy'])}, asserted or not "
        f"{_number(figures['asserted_accuracy'])}, F1 of the others than asserted {_number(figures['nonasserted_f1'])}"
    )
    groups = {key: row for key, row in system["figures"].items() if key != "all"}
    if groups:
        yield ""
        yield from _groups(groups)
    if "calibration" in system:
        yield ""
        yield from _calibration(system["calibration"])
    if system["errors"]:
        yield ""
        yield from map(_error, system["errors"])


def _groups(groups: Mapping[str, Report]) -> list[str]:
    names = ("trigger_p", "trigger_r", "trigger_f1", "argument_f1", "date_accuracy", "nonasserted_f1")
    rows = [["", "gold", "found", "trigger P", "R", "F1", "argument F1", "date acc.", "non-asserted F1"]]
    for key, row in groups.items():
        numbers = (_number(row[name]) for name in names)
        rows.append([shortened(key, 30), f"{row['gold']:,}", f"{row['predicted']:,}", *numbers])
    return _table(rows)


def _calibration(calibration: Report) -> Iterator[str]:
    rows = [["confidence", "mentions", "predicted", "observed"]]
    for one in calibration["bins"]:
        bounds = f"{one['low']:.2f}–{one['high']:.2f}"
        rows.append([bounds, f"{one['mentions']:,}", _number(one["predicted"]), _number(one["observed"])])
    yield from _table(rows)
    yield f"expected calibration error {_number(calibration['error'])}"


def _comparison_lines(comparison: Report) -> Iterator[str]:
    yield f"A = {printable(comparison['a'])}, B = {printable(comparison['b'])}; {comparison['resamples']:,} resamples"
    rows = [["", "A", "B", "A - B", "95 % interval", "A ≤ B"]]
    for one in comparison["differences"]:
        interval = f"{one['low']:+.3f} … {one['high']:+.3f}"
        numbers = (
            _number(one["a"]),
            _number(one["b"]),
            f"{one['difference']:+.3f}",
            interval,
            f"{one['not_better']:.1%}",
        )
        rows.append([one["figure"].replace("_", " "), *numbers])
    yield from _table(rows)


def _error(error: Report) -> str:
    what = error["kind"].upper() if error["kind"] in ("missed", "spurious") else f"WRONG {error['kind']}"
    line = f"{what} {error['article_id']}:{error['start']} {error['type']}"
    line += f" ({error['rule']})" if error["rule"] else ""
    line += f" {_context(error, error['trigger'])}"
    if error["kind"] in ("argument", "date", "modality"):
        role = f"{error['role']}: " if error["role"] else ""
        line += f" {role}gold {_quoted(error['gold'])}, found {_quoted(error['predicted'])}"
    return printable(line)


def _timex_error(error: Report) -> str:
    line = f"{error['kind'].upper()} {error['article_id']}:{error['start']} {_context(error, error['text'])}"
    return printable(f"{line} gold {error['gold'] or '—'}, found {error['predicted'] or '—'}")


def _context(error: Report, middle: str) -> str:
    return f"…{error['before']}[{middle}]{error['after']}…"


def _quoted(text: str | None) -> str:
    return "—" if text is None else f"“{shortened(text, _LONGEST)}”"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_aligned(row, widths) for row in rows]


def _aligned(row: Iterable[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.rjust(width) if number else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
