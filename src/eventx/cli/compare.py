"""``eventx extract --compare``: where two extractors differ."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from eventx.cli.options import settings_of
from eventx.cli.output import begun, open_output
from eventx.cli.session import session, with_progress
from eventx.extraction.compare import Comparison, compare

if TYPE_CHECKING:
    from eventx.model import Argument

_AGREE, _DIFFER = "agree", "differ"


def write_comparison(
    sources: tuple[str, ...], output: str, quiet: bool, names: tuple[str, str], options: dict[str, Any]
) -> None:
    """Extract from the same articles with both extractors, and write what differs.

    Args:
        sources: The articles.
        output: Where to write.
        quiet: Whether to show no progress.
        names: The extractors.
        options: The command's other options.
    """
    from eventx.exporters.mention_text import article_heading

    settings = settings_of(options)
    first, second = (attrs.evolve(settings, extractor=name) for name in names)
    counts: Counter[str] = Counter()
    # Of two summaries, and of every failure to read told twice, one would be enough: the second runs over what is read.
    with session(first, quiet=True) as one, session(second, quiet=True) as other:
        articles, again = itertools.tee(with_progress(one.read(sources), quiet=quiet))
        results = begun(zip(one.extract(articles), other.extract(again), strict=True))
        if results is None:
            return
        with open_output(output) as stream:
            for mine, theirs in results:
                lines = [article_heading(mine.article)]
                for comparison in compare(mine.mentions, theirs.mentions):
                    lines += _lines(comparison, names, counts)
                stream.write("".join(f"{line}\n" for line in [*lines, ""]).encode("utf-8", "backslashreplace"))
            summary = (
                f"mentions: {counts[_AGREE]} alike, {counts[_DIFFER]} told differently, "
                f"{counts[names[0]]} by {names[0]} only, {counts[names[1]]} by {names[1]} only\n"
            )
            stream.write(summary.encode())


def _lines(comparison: Comparison, names: tuple[str, str], counts: Counter[str]) -> Iterator[str]:
    from eventx.exporters.mention_text import mention_line

    one, other, name = comparison.first, comparison.second, _AGREE
    if one is None or other is None:
        name = names[0] if one else names[1]
    elif not comparison.agree:
        name = _DIFFER
    counts[name] += 1
    if name == _AGREE:
        return
    yield f"{f'{name}:':9}{mention_line(comparison.mention).strip()}"
    if one and other and one.modality != other.modality:
        yield f"           {names[0]} {one.modality}, {names[1]} {other.modality}"
    for own, rival in comparison.arguments:
        role = (own or rival).role  # type: ignore[union-attr]  # one of them is there
        yield f"           {role}: {names[0]} {_quoted(own)}, {names[1]} {_quoted(rival)}"


def _quoted(argument: Argument | None) -> str:
    from eventx.printable import shortened

    return f"“{shortened(argument.text, 70)}”" if argument else "nothing"
