"""Which plugins are installed: the entry points of the group ``eventx``, loaded one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, distributions, entry_points

from attrs import frozen

from eventx.errors import PluginError
from eventx.guard import CAUGHT, guarded, what_happened

GROUP = "eventx"


@frozen(kw_only=True)
class Found:
    """A plugin that is installed, loaded or not.

    Attributes:
        name: Of the entry point; users say this.
        distribution: Name of the distribution that brings it, ``""`` where unknown.
        version: Of the distribution, ``""`` where unknown.
        entry_point: What to load; None for an object that was handed over.
        plugin: The object that was handed over.
    """

    name: str
    distribution: str = ""
    version: str = ""
    entry_point: EntryPoint | None = None
    plugin: object = None

    def load(self) -> object:
        """Import the plugin.

        Raises:
            PluginError: If it does not import, whatever it raises in doing so.
        """
        if self.entry_point is None:
            return self.plugin
        with guarded(f"cannot load {self.entry_point.value}", plugin=self.name):
            return self.entry_point.load()

    def __str__(self) -> str:
        if not self.distribution:
            return f"an unnamed distribution ({self.entry_point.value if self.entry_point else 'an object'})"
        return f"{self.distribution} {self.version}".strip()


def discover(failures: list[PluginError]) -> list[Found]:
    """List what is installed, by name; load nothing.

    Args:
        failures: Distributions whose list of entry points cannot be read are added to it.
    """
    return sorted(
        (_found(entry_point) for entry_point in _entry_points(failures)),
        key=lambda found: (found.name, found.distribution),
    )


def _entry_points(failures: list[PluginError]) -> Iterable[EntryPoint]:
    try:
        return entry_points(group=GROUP)
    except Exception:  # one malformed entry_points.txt, of whichever package, takes down the call for all
        return _each_distribution(failures)


def _each_distribution(failures: list[PluginError]) -> Iterator[EntryPoint]:
    seen = set()
    for distribution in distributions():
        name = str(distribution.metadata["Name"])
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:  # the first on the path hides the others, as in importing
            continue
        seen.add(key)
        try:
            yield from distribution.entry_points.select(group=GROUP)
        except Exception as error:
            if f"[{GROUP}]" in (distribution.read_text("entry_points.txt") or ""):
                reason = f"its entry_points.txt cannot be read: {what_happened(error)}"
                failures.append(PluginError(reason, plugin=name))


def _found(entry_point: EntryPoint) -> Found:
    name = version = ""
    try:
        if entry_point.dist is not None:
            name, version = entry_point.dist.name or "", entry_point.dist.version or ""
    except CAUGHT:
        pass  # damaged metadata: the plugin itself may be sound
    return Found(name=entry_point.name, distribution=name, version=version, entry_point=entry_point)
