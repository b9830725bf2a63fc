"""The plugin host: loads plugins one by one, keeps what failed, and hands out components by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from eventx._version import __version__
from eventx.components import ExtractorRecord, Options, ReaderRecord
from eventx.errors import ComponentClashError, PluginError, did_you_mean
from eventx.extraction import BuiltExtractor
from eventx.plugins import builtin
from eventx.plugins.component import NO_OPTIONS, Built, Component, R
from eventx.plugins.discovery import Found, discover
from eventx.plugins.listing import ComponentInfo, PluginInfo, Status
from eventx.plugins.observers import Observers
from eventx.plugins.permits import Permits
from eventx.plugins.registration import OBSERVERS, Registered, new_manager, register
from eventx.plugins.selection import CORE, one_plugin, select, split_names
from eventx.schema import Catalogue, EventType

DISTRIBUTION = "eventx-core"


class PluginHost:
    """The plugins of this installation. Making one loads them; nothing is built before it is asked for.

    Args:
        allow: Load only these plugins; left out, the environment variable ``EVENTX_PLUGINS`` says.
        deny: Load none of these; left out, ``EVENTX_DISABLE_PLUGINS`` says.
        no_plugins: Load none at all; left out, ``EVENTX_NO_PLUGINS`` says. What comes with eventx itself stays.
        strict: Make any failure an error.
        plugins: Plugins at hand by name, registered as if they were installed; no setting keeps them out.
        installed: False leaves out what is installed, which makes tests independent of it.
        environ: Instead of the process's environment variables.

    Attributes:
        failures: What failed to load or clashes, each with its cause.
        strict: As given.

    Raises:
        PluginError: If ``strict`` and something failed.
    """

    def __init__(
        self,
        *,
        allow: Iterable[str] | None = None,
        deny: Iterable[str] | None = None,
        no_plugins: bool | None = None,
        strict: bool = False,
        plugins: Mapping[str, object] | None = None,
        installed: bool = True,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.strict = strict
        self._manager = new_manager()
        self._found: list[Found] = []
        self._active: dict[str, Found] = {}
        self._registered: dict[str, Registered] = {}
        self._refused: dict[str, str] = {}
        self._failures: list[PluginError] = []
        self._permits = Permits.of(allow, deny, no_plugins, environ)

        self._load(Found(name=CORE, distribution=DISTRIBUTION, version=__version__, plugin=builtin))
        if installed:
            self._load_installed()
        for name, plugin in (plugins or {}).items():
            self._load(Found(name=name, plugin=plugin))
        self._type_clashes = self._clashing_types()
        self._failures.extend(self._type_clashes)
        if strict and self._failures:
            raise self._failures[0]

    @property
    def failures(self) -> tuple[PluginError, ...]:
        """What failed to load or clashes."""
        return tuple(self._failures)

    def _load_installed(self) -> None:
        installed = [found for found in discover(self._failures) if found.distribution != DISTRIBUTION]
        allowed = []
        for found in installed:
            refusal = self._permits.refusal(found.name, found.distribution)
            if refusal is None:
                allowed.append(found)
            else:
                self._found.append(found)
                self._refused[found.name] = refusal
        self._check_allow_list(installed)
        for found in allowed:
            others = [other for other in allowed if other.name == found.name and other is not found]
            if others:
                self._clash(found, others[0])
            else:
                self._load(found)

    def _check_allow_list(self, installed: list[Found]) -> None:
        if self._permits.none:
            return
        known = {name for found in installed for name in (found.name, found.distribution)}
        for name in sorted((self._permits.allow or frozenset()) - known - {CORE, DISTRIBUTION}):
            reason = "it is on the allow-list but not installed." + did_you_mean(name, known)
            self._failures.append(PluginError(reason, plugin=name))

    def _clash(self, found: Found, other: Found) -> None:
        self._found.append(found)
        self._failures.append(
            ComponentClashError(
                f"{found} offers a plugin of this name, and so does {other}; uninstall one, or disable one by the "
                "name of its distribution",
                plugin=found.name,
            )
        )

    def _load(self, found: Found) -> None:
        if found.name in self._active:
            self._clash(found, self._active[found.name])
            return
        self._found.append(found)
        try:
            self._registered[found.name] = register(self._manager, found.load(), found.name)
            self._active[found.name] = found
        except PluginError as error:
            self._failures.append(error)

    def _clashing_types(self) -> list[ComponentClashError]:
        first: dict[str, tuple[str, EventType]] = {}
        clashes = []
        for plugin, registered in self._registered.items():
            for event_type in registered.event_types:
                owner, known = first.setdefault(event_type.name, (plugin, event_type))
                if known != event_type:
                    reason = (
                        f"event type {event_type.name} is defined by plugin {owner!r} and, differently, by plugin "
                        f"{plugin!r}; disable one of them"
                    )
                    clashes.append(ComponentClashError(reason, plugin=plugin))
        return clashes

    def catalogue(self, extra: Iterable[EventType] = ()) -> Catalogue:
        """The event types of all plugins, the four standard ones first, and ``extra`` ones last.

        Raises:
            ComponentClashError: If two plugins define one type differently.
            SchemaError: If an extra type has the name of another.
        """
        if self._type_clashes:
            raise self._type_clashes[0]
        own = (event_type for registered in self._registered.values() for event_type in registered.event_types)
        return Catalogue([*own, *extra])

    def components(self, kind: type[R]) -> tuple[Component[R], ...]:
        """Every component of a kind, by qualified name: ``host.components(ExporterRecord)``."""
        components: list[Component[R]] = []
        for name, registered in self._registered.items():
            records = [record for record in registered.records if isinstance(record, kind)]
            components.extend(
                Component(
                    plugin=name,
                    distribution=self._active[name].distribution,
                    version=self._active[name].version,
                    record=record,
                    alone=len(records) == 1,
                )
                for record in records
            )
        return tuple(sorted(components, key=lambda component: component.qualified))

    def select(self, kind: type[R], wanted: str | Iterable[str]) -> tuple[Component[R], ...]:
        """Find components by name.

        Args:
            kind: The class of their records, such as `eventx.components.ExtractorRecord`.
            wanted: ``"rules"`` is all that a plugin offers of the kind, ``"rules:events"`` one component, ``"events"``
                the same where no other plugin has one of that name; several names, or one string with ``+`` between.

        Raises:
            ComponentNotFoundError: If a name is unknown; the message says what is known and what failed to load.
            ComponentClashError: If a name can mean two plugins' components.
        """
        names = split_names(wanted)
        for plugin in (name.partition(":")[0] for name in names):
            for failure in self._failures:
                if isinstance(failure, ComponentClashError) and failure.plugin == plugin not in self._active:
                    raise failure
        return select(self.components(kind), names, kind=kind.kind, failures=self._failures, refused=self._refused)

    def reader_for(self, suffix: str) -> Component[ReaderRecord] | None:
        """The reader for files that end so (``".html"``), or None. Where eventx has one of its own it is that.

        Raises:
            ComponentClashError: If several plugins offer one.
        """
        suffix = suffix.lower()
        found = [component for component in self.components(ReaderRecord) if suffix in component.record.suffixes]
        return next(iter(one_plugin(found, f"a reader for {suffix} files")), None)

    def build_extractors(
        self,
        components: Iterable[Component[ExtractorRecord]],
        *,
        options: Callable[[Component[ExtractorRecord]], Options] = lambda _component: NO_OPTIONS,
        on_error: Callable[[PluginError], None] | None = None,
    ) -> tuple[tuple[Built[ExtractorRecord], ...], tuple[BuiltExtractor, ...]]:
        """Build extractors; one that cannot be built is reported and left out.

        Args:
            components: As selected.
            options: Gives each its options.
            on_error: Told of failures; left out, or where the host is strict, a failure is raised.

        Returns:
            What was built, for `provenance`, and the same as `eventx.extraction` runs them.

        Raises:
            PluginError: See ``on_error``.
        """
        built = []
        for component in components:
            try:
                built.append(component.build(options(component)))
            except PluginError as error:
                if on_error is None or self.strict:
                    raise
                on_error(error)
        return tuple(built), tuple(one.as_extractor() for one in built)

    def observers(self, on_error: Callable[[PluginError], None]) -> Observers:
        """The plugins that want to be told how one run goes."""
        return Observers(
            {
                hook: [(name, known.hooks[hook]) for name, known in self._registered.items() if hook in known.hooks]
                for hook in OBSERVERS
            },
            on_error,
        )

    def plugins(self) -> tuple[PluginInfo, ...]:
        """Every plugin that is installed or at hand, loaded or not, eventx's own first. Builds nothing."""
        return tuple(self._describe(found) for found in self._found[:1]) + tuple(
            self._describe(found) for found in sorted(self._found[1:], key=lambda found: found.name)
        )

    def _describe(self, found: Found) -> PluginInfo:
        registered = self._registered[found.name] if self._active.get(found.name) is found else None
        reasons = [error.reason for error in self._failures if error.plugin == found.name]
        status: Status = "active" if registered else "failed"
        if found.name in self._refused and registered is None:
            status, reasons = "disabled", [self._refused[found.name]]
        info: dict[str, Any] = {}
        if registered is not None:
            info["hooks"] = tuple(registered.hooks)
            info["event_types"] = tuple(event_type.name for event_type in registered.event_types)
            info["components"] = tuple(
                ComponentInfo(kind=record.kind, name=f"{found.name}:{record.name}", description=record.description)
                for record in registered.records
            )
        return PluginInfo(
            name=found.name,
            distribution=found.distribution,
            version=found.version,
            status=status,
            reason="; ".join(reasons) or None,
            **info,
        )
