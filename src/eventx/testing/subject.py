"""What is checked: a plugin, and its components one by one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import cached_property
from importlib import resources
from types import ModuleType
from typing import Any

import attrs
from attrs import define, field

from eventx.analysis import Analyser, Analysis
from eventx.components import NAME, Options, Record
from eventx.errors import ComponentNotFoundError, PluginError
from eventx.guard import CAUGHT, what_happened
from eventx.model import Article, EventMention
from eventx.plugins import Component, PluginHost
from eventx.plugins.component import METHODS
from eventx.plugins.registration import ANSWERS
from eventx.schema import Catalogue
from eventx.testing.cases import FILE_NAME, Cases, cases_from_toml
from eventx.testing.checks import Skip
from eventx.testing.corpus import corpus
from eventx.testing.network import no_network

# Kinds of components that the host builds with the run's event types as an option.
WITH_TYPES = ("resolver", "merger", "exporter")

# One spaCy pipeline for all checks of a process; it is loaded when something is parsed first.
ANALYSER = Analyser()


@define
class PluginUnderTest:
    """A plugin, loaded alone, as a host loads it.

    Attributes:
        name: What users call it, or what it is called here.
        plugin: The module or object; None for one that could not be loaded.
        host: A host with this plugin and eventx's own only.
        installed: Whether it was found by its entry point.
        cases: What its author wrote.
    """

    name: str
    plugin: object
    host: PluginHost
    installed: bool
    cases: Cases

    @property
    def label(self) -> str:
        """How messages call it."""
        return f"plugin {self.name!r}"

    @property
    def failures(self) -> tuple[PluginError, ...]:
        """Why it could not be registered."""
        return self.host.failures

    @property
    def components(self) -> tuple[Component[Any], ...]:
        """What it offers."""
        found: list[Component[Any]] = []
        for hook, record in ANSWERS.items():
            if hook != "eventx_event_types":
                kind: Any = record
                found += (component for component in self.host.components(kind) if component.plugin == self.name)
        return tuple(sorted(found, key=lambda component: (component.kind, component.qualified)))

    @property
    def reference(self) -> str | None:
        """How another process can get at it: an entry point's name, or ``module:object``; None if it cannot."""
        if self.installed:
            return self.name
        if isinstance(self.plugin, ModuleType):
            return f"{self.plugin.__name__}:"
        for module_name, module in sorted(sys.modules.items()):
            for name, value in vars(module).items() if isinstance(module, ModuleType) else ():
                if value is self.plugin and module_name != "__main__":
                    return f"{module_name}:{name}"
        return None


def load(plugin: object, *, name: str | None = None, cases: Cases | None = None) -> PluginUnderTest:
    """Load a plugin for checking.

    Args:
        plugin: Name of an installed plugin, or a module or object with hook implementations.
        name: What to call an object; left out, it is called after its module or class.
        cases: Its author's cases; left out, those in ``eventx_cases.toml`` in its package.

    Raises:
        ComponentNotFoundError: If no plugin of that name is installed.
        SchemaError: If its cases are wrong.
    """
    if isinstance(plugin, str):
        host = PluginHost(allow=[plugin], deny=[], no_plugins=False)
        infos = {info.name: info for info in host.plugins()}
        if plugin not in infos:
            known = ", ".join(sorted(infos))
            raise ComponentNotFoundError(f"no plugin {plugin!r} is installed; there is: {known}")
        module = _loaded(plugin)
        return PluginUnderTest(plugin, module, host, True, cases or _shipped_cases(module))
    called = name or _name_of(plugin)
    host = PluginHost(plugins={called: plugin}, installed=False, environ={})
    return PluginUnderTest(called, plugin, host, False, cases or _shipped_cases(plugin))


def _loaded(name: str) -> object:
    from eventx.plugins import builtin
    from eventx.plugins.discovery import discover
    from eventx.plugins.selection import CORE

    if name == CORE:
        return builtin
    for found in discover([]):
        if found.name == name:
            try:
                return found.load()
            except PluginError:  # the host has kept it
                return None
    return None


def _name_of(plugin: object) -> str:
    raw = plugin.__name__.rpartition(".")[2] if isinstance(plugin, ModuleType) else type(plugin).__name__
    name = re.sub(r"[^a-z0-9]+", "-", raw.lower()).strip("-")
    return name if re.fullmatch(NAME, name) else "plugin"


def _shipped_cases(plugin: object) -> Cases:
    module = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
    package = module.rpartition(".")[0]
    if not package:
        return Cases()
    try:
        file = resources.files(package).joinpath(FILE_NAME)
        text = file.read_text(encoding="utf-8") if file.is_file() else None
    except (ImportError, OSError, TypeError):
        return Cases()
    return Cases() if text is None else cases_from_toml(text, source=f"{package}/{FILE_NAME}")


@define
class Subject:
    """One component of a plugin, built and run for the checks.

    Attributes:
        under_test: The plugin.
        component: The component.
    """

    under_test: PluginUnderTest
    component: Component[Any]
    _memo: dict[str, Any] = field(factory=dict, repr=False)

    @property
    def label(self) -> str:
        """How messages call it."""
        return f"plugin {self.under_test.name!r}, component {self.component.record.name!r}"

    @property
    def record(self) -> Any:
        """What the component declares."""
        return self.component.record

    @property
    def catalogue(self) -> Catalogue:
        """The standard event types and the plugin's own."""
        return self.under_test.host.catalogue()

    @property
    def options(self) -> Options:
        """What the host would build it with."""
        return {"types": self.catalogue} if self.component.kind in WITH_TYPES else {}

    def build(self) -> Any:
        """A new one.

        Raises:
            Skip: If it cannot be built, which a check of its own tells.
        """
        try:
            return self.component.build(self.options).instance
        except PluginError as error:
            raise Skip("it cannot be built") from error

    def once(self, key: str, make: Callable[[], Any]) -> Any:
        """What ``make`` returns, made once for all checks of the component."""
        if key not in self._memo:
            self._memo[key] = make()
        return self._memo[key]

    def offline(self) -> Any:
        """A block without network, which lists what was tried; the network stays for what declares that it needs it."""
        return nullcontext([]) if getattr(self.record, "needs_network", False) else no_network()

    @property
    def methods(self) -> tuple[str, ...]:
        """What the built object must be able to do."""
        return METHODS[self.component.kind]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it declares; English for what declares none."""
        return getattr(self.record, "languages", ()) or ("en",)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """What it is run on: the kit's articles, if it reads English, and its author's."""
        own = tuple(case.article for case in self.under_test.cases.texts)
        return (*(corpus() if "en" in self.languages else ()), *own)


def analyse(articles: Sequence[Article]) -> list[Analysis]:
    """Split copies of articles into sentences, so that nobody can spoil them for others; parse nothing."""
    return [ANALYSER.analyse(attrs.evolve(article)) for article in articles]


def parse_for(instance: Any, record: Record, analyses: Sequence[Analysis]) -> None:
    """Parse what an extractor's screen lets through, as a run does."""
    if not getattr(record, "needs_parse", False):
        return
    screen = getattr(instance, "screen", None)
    ANALYSER.parse(
        [
            (analysis, [i for i, sentence in enumerate(analysis.sentences) if screen is None or screen(sentence.text)])
            for analysis in analyses
        ]
    )


def extract(instance: Any, record: Record, analyses: Sequence[Analysis]) -> list[EventMention]:
    """Run an extractor over these articles, and keep what is a mention."""
    parse_for(instance, record, analyses)
    return [mention for mention in instance.extract(analyses) if isinstance(mention, EventMention)]


def crash(function: Callable[..., Any], *arguments: Any) -> str | None:
    """What a call raises, in a line, whatever it returns gone through to the end; None if it does not."""
    try:
        answer = function(*arguments)
        if isinstance(answer, Iterator):
            list(answer)
    except CAUGHT as error:
        return what_happened(error)
    return None
