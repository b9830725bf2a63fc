"""Choosing components by name: ``PLUGIN``, ``PLUGIN:COMPONENT``, or a component's bare name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventx.errors import ComponentClashError, ComponentNotFoundError, PluginError, did_you_mean
from eventx.plugins.component import Component, R

CORE = "core"


def split_names(wanted: str | Iterable[str]) -> list[str]:
    """The names in ``"rules+model"``, or in any iterable of such strings."""
    strings = [wanted] if isinstance(wanted, str) else wanted
    return [name.strip() for string in strings for name in string.replace(",", "+").split("+")]


def select(
    components: Sequence[Component[R]],
    names: Sequence[str],
    *,
    kind: str,
    failures: Sequence[PluginError] = (),
    refused: Mapping[str, str] | None = None,
) -> tuple[Component[R], ...]:
    """Find what is asked for, each component once, in the order asked.

    Args:
        components: All components of the kind.
        names: What is asked for.
        kind: What is looked for, for messages.
        failures: What failed to load, repeated in messages.
        refused: Why plugins that are installed were not loaded, by name.

    Raises:
        ComponentNotFoundError: If nothing has the name.
        ComponentClashError: If the name can mean components of several plugins.
    """
    chosen: dict[str, Component[R]] = {}
    for name in names:
        found = _named(components, name, kind)
        if not found:
            raise ComponentNotFoundError(_not_found(components, name, kind, failures, refused or {}))
        chosen.update((component.qualified, component) for component in found)
    return tuple(chosen.values())


def _named(components: Sequence[Component[R]], name: str, kind: str) -> list[Component[R]]:
    """A plugin's name goes before a component's, so that installing a plugin cannot change what a name means."""
    if ":" in name:
        return [component for component in components if component.qualified == name]
    of_plugin = [component for component in components if component.plugin == name]
    if of_plugin:
        return of_plugin
    bare = [component for component in components if component.record.name == name]
    return one_plugin(bare, f"{kind} {name!r}")


def one_plugin(found: list[Component[R]], what: str) -> list[Component[R]]:
    """Return what eventx itself offers among these, else all if they are of one plugin.

    Raises:
        ComponentClashError: If they are of several plugins.
    """
    own = [component for component in found if component.plugin == CORE]
    if own:
        return own
    if len(found) > 1:
        who = " and ".join(f"plugin {c.plugin!r} ({c.distribution} {c.version})".replace(" )", ")") for c in found)
        choices = " or ".join(component.qualified for component in found)
        raise ComponentClashError(f"{what} is offered by {who}; say {choices}", plugin=found[0].plugin)
    return found


def _not_found(
    components: Sequence[Component[R]],
    name: str,
    kind: str,
    failures: Sequence[PluginError],
    refused: Mapping[str, str],
) -> str:
    known = [component.qualified for component in components]
    names = {*known, *(c.plugin for c in components), *(c.record.name for c in components)}
    parts = [f"no {kind} {name!r};" + (f" known: {', '.join(known)}." if known else " none is installed.")]
    parts.append(did_you_mean(name, names).strip())
    plugin = name.partition(":")[0]
    if plugin in refused:
        parts.append(f"Plugin {plugin!r} is installed but was not loaded: {refused[plugin]}.")
    elif plugin not in {CORE, *(c.plugin for c in components), *(error.plugin for error in failures)}:
        parts.append(f"Is eventx-{plugin} installed? `eventx plugins` lists what is.")
    for error in failures:
        ended = error.reason if error.reason.endswith((".", "?")) else f"{error.reason}."
        parts.append(f"{error.plugin} failed to load: {ended}")
    return " ".join(part for part in parts if part)
