"""What the host hands out: a component of a plugin, and what it builds."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from eventx.components import Options, Record
from eventx.errors import PluginError
from eventx.extraction import BuiltExtractor
from eventx.guard import guarded

R = TypeVar("R", bound=Record)

NO_OPTIONS: Options = MappingProxyType({})

# What the object that `build` returns must be able to do, by kind of component.
METHODS = {
    "reader": ("read",),
    "extractor": ("extract",),
    "resolver": ("resolve", "link"),
    "dater": ("timexes", "date"),
    "merger": ("corefer", "merge"),
    "exporter": ("write",),
}


@frozen(kw_only=True)
class Component(Generic[R]):
    """A component that a plugin offers.

    Attributes:
        plugin: Name of the plugin.
        distribution: What to install to have it.
        version: Of the distribution.
        record: What the plugin said about it.
        alone: Whether the plugin offers no other component of the kind.
    """

    plugin: str
    distribution: str
    version: str
    record: R
    alone: bool

    @property
    def kind(self) -> str:
        """``reader``, ``extractor``, ``resolver``, ``dater``, ``merger`` or ``exporter``."""
        return self.record.kind

    @property
    def qualified(self) -> str:
        """``PLUGIN:COMPONENT``, unique among components of the kind."""
        return f"{self.plugin}:{self.record.name}"

    @property
    def label(self) -> str:
        """How provenance calls it: the plugin's name where that says it all, else ``PLUGIN:COMPONENT``."""
        return self.plugin if self.alone else self.qualified

    def build(self, options: Options = NO_OPTIONS) -> Built[R]:
        """Build it; this is where models are loaded.

        Args:
            options: The component's own options.

        Raises:
            PluginError: If the plugin raises, or builds something that cannot do the job.
        """
        with guarded(f"cannot build the {self.kind}", plugin=self.plugin, component=self.record.name):
            instance = self.record.build(options)
        missing = [name for name in METHODS[self.kind] if not callable(getattr(instance, name, None))]
        if missing:
            raise PluginError(
                f"cannot build the {self.kind}: build() returned {type(instance).__name__}, which has no method "
                + " and no method ".join(f"{name}()" for name in missing),
                plugin=self.plugin,
                component=self.record.name,
            )
        return Built(component=self, instance=instance)


@frozen(kw_only=True)
class Built(Generic[R]):
    """A component ready to work.

    Attributes:
        component: What was built.
        instance: The reader, dater, …; call it inside `guarded`.
    """

    component: Component[R]
    instance: Any = field(repr=False)

    def guarded(self, doing: str, *, article_id: str | None = None) -> AbstractContextManager[None]:
        """A block in which the component's own code runs; what it raises becomes a `PluginError` in its name."""
        component = self.component
        return guarded(doing, plugin=component.plugin, component=component.record.name, article_id=article_id)

    def as_extractor(self) -> BuiltExtractor:
        """The form in which `eventx.extraction` runs an extractor."""
        component = self.component
        record: Any = component.record
        return BuiltExtractor(plugin=component.plugin, label=component.label, record=record, extractor=self.instance)


def provenance(built: Iterable[Built[Any]]) -> dict[str, str]:
    """Name and version of every plugin behind these components, as a timeline records them."""
    found = {one.component.plugin: one.component.version for one in built if one.component.plugin != "core"}
    return dict(sorted(found.items()))
