"""Telling plugins how a run goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from eventx.errors import PluginError
from eventx.guard import guarded
from eventx.plugins.registration import Implementation, call

if TYPE_CHECKING:
    from eventx.model import Article, EventMention


class Observers:
    """The plugins that observe one run. One that fails is reported, then left in peace for the rest of the run.

    Args:
        implementations: Pairs of plugin name and implementation, by hook.
        on_error: Told of failures.
    """

    def __init__(
        self,
        implementations: dict[str, Sequence[tuple[str, Implementation]]],
        on_error: Callable[[PluginError], None],
    ) -> None:
        self._implementations = {hook: list(pairs) for hook, pairs in implementations.items()}
        self._on_error = on_error

    def article_processed(self, article: Article, mentions: tuple[EventMention, ...]) -> None:
        """An article is done."""
        self._tell("eventx_article_processed", article_id=article.id, article=article, mentions=mentions)

    def component_failed(self, error: PluginError) -> None:
        """A component failed; the run goes on."""
        self._tell("eventx_component_failed", article_id=None, error=error)

    def run_finished(self, report: Any) -> None:
        """The run is over."""
        self._tell("eventx_run_finished", article_id=None, report=report)

    def _tell(self, hook: str, *, article_id: str | None, **arguments: Any) -> None:
        pairs = self._implementations.get(hook, [])
        for pair in list(pairs):
            if pair not in pairs:  # it failed meanwhile, told of the failure of another
                continue
            plugin, implementation = pair
            try:
                with guarded(f"{hook}() failed and is not called again", plugin=plugin, article_id=article_id):
                    call(implementation, **arguments)
            except PluginError as error:
                pairs.remove(pair)
                self._on_error(error)
