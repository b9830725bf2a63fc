"""Taking a plugin in: its hooks are checked, asked, and their answers checked."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pluggy
from attrs import field, frozen

import eventx.hookspecs as hookspecs
from eventx.components import (
    NAME,
    DaterRecord,
    ExporterRecord,
    ExtractorRecord,
    MergerRecord,
    ReaderRecord,
    Record,
    ResolverRecord,
)
from eventx.errors import PluginError, did_you_mean
from eventx.guard import guarded
from eventx.schema import EventType

# In the order of hookspecs.py.
ANSWERS: dict[str, type] = {
    "eventx_event_types": EventType,
    "eventx_readers": ReaderRecord,
    "eventx_extractors": ExtractorRecord,
    "eventx_resolvers": ResolverRecord,
    "eventx_daters": DaterRecord,
    "eventx_mergers": MergerRecord,
    "eventx_exporters": ExporterRecord,
}
OBSERVERS = ("eventx_article_processed", "eventx_component_failed", "eventx_run_finished")
HOOKS = (*ANSWERS, *OBSERVERS)

Implementation = pluggy.HookImpl


@frozen(kw_only=True)
class Registered:
    """A plugin that was taken in.

    Attributes:
        hooks: Its implementations by the hook's name, in the order of hookspecs.py.
        records: The components it offers, in the order of its answers.
        event_types: The event types it adds.
    """

    hooks: dict[str, Implementation] = field(repr=False)
    records: tuple[Record, ...]
    event_types: tuple[EventType, ...]


def new_manager() -> pluggy.PluginManager:
    """A pluggy manager that knows the hooks and no plugin."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def register(manager: pluggy.PluginManager, plugin: object, name: str) -> Registered:
    """Take a plugin in, whole or not at all.

    Args:
        manager: From `new_manager`; what fails leaves no trace in it.
        plugin: A module or object with hook implementations.
        name: The plugin's name.

    Raises:
        PluginError: If its name, a hook or an answer is not what it should be, or it raises.
    """
    if not re.fullmatch(NAME, name):
        raise PluginError(
            f"the name {name!r} is not valid: lower-case letters and digits, parts joined by - _ or .", plugin=name
        )
    if inspect.isclass(plugin):
        raise PluginError(
            f"the entry point names the class {plugin.__name__}; name a module or an instance", plugin=name
        )
    with guarded("cannot be registered", plugin=name):
        _check_hooks(manager, plugin, name)
        try:
            manager.register(plugin, name)
            manager.check_pending()
            hooks = _implementations(manager, plugin)
            answers = [(hook, _answer(hook, hooks[hook], name)) for hook in ANSWERS if hook in hooks]
            _check_unique(answers, name)
        except BaseException:
            manager.unregister(name=name)
            raise
    return Registered(
        hooks=hooks,
        records=tuple(record for hook, answer in answers if hook != "eventx_event_types" for record in answer),
        event_types=tuple(kind for hook, answer in answers if hook == "eventx_event_types" for kind in answer),
    )


def call(implementation: Implementation, **arguments: Any) -> Any:
    """Call one plugin's implementation with those of the arguments that it declares."""
    return implementation.function(*(arguments[name] for name in implementation.argnames))


def _check_hooks(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    found = False
    for attribute in dir(plugin):
        options = manager.parse_hookimpl_opts(plugin, attribute)
        if options is None:
            if attribute in HOOKS and inspect.isroutine(getattr(plugin, attribute)):
                raise PluginError(f"{attribute}() is not marked with @eventx.hookimpl", plugin=name)
            continue
        hook = options.get("specname") or attribute
        if hook not in HOOKS:
            if options.get("optionalhook"):  # meant for another version of eventx
                continue
            raise PluginError(
                f"eventx has no hook {hook!r}.{did_you_mean(hook, HOOKS)} The hooks are: {', '.join(HOOKS)}",
                plugin=name,
            )
        if options.get("hookwrapper") or options.get("wrapper"):
            raise PluginError(f"{hook}() is a wrapper; eventx asks each plugin by itself", plugin=name)
        _check_signature(hook, getattr(plugin, attribute), name)
        found = True
    if not found:
        raise PluginError(
            f"it implements no hook. Mark at least one function with @eventx.hookimpl: {', '.join(HOOKS)}", plugin=name
        )


def _check_signature(hook: str, function: Any, plugin: str) -> None:
    known = tuple(inspect.signature(getattr(hookspecs, hook)).parameters)
    expected = f"the hook's arguments: {', '.join(known)}" if known else "the hook has no arguments"
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise PluginError(f"{hook}() is asynchronous; hooks are plain functions", plugin=plugin)
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY:
            problem = f"has the keyword-only parameter {parameter.name!r}"
        elif parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            problem = f"has the catch-all parameter {parameter.name!r}"
        elif parameter.default is not parameter.empty:
            problem = f"has a default for {parameter.name!r}"
        elif parameter.name not in known:
            problem = f"has the unknown parameter {parameter.name!r}"
        else:
            continue
        raise PluginError(
            f"{hook}() {problem}, which pluggy treats differently from version to version or not at all; declare "
            f"only plain parameters, as many as you need ({expected})",
            plugin=plugin,
        )


def _implementations(manager: pluggy.PluginManager, plugin: object) -> dict[str, Implementation]:
    found = {}
    for caller in manager.get_hookcallers(plugin) or ():
        for implementation in caller.get_hookimpls():
            if implementation.plugin is plugin and caller.name in HOOKS:
                found[caller.name] = implementation
    return {hook: found[hook] for hook in HOOKS if hook in found}


def _answer(hook: str, implementation: Implementation, plugin: str) -> tuple[Any, ...]:
    expected: Any = ANSWERS[hook]
    with guarded(f"{hook}() failed", plugin=plugin):
        answer = call(implementation)
        if not isinstance(answer, Iterable) or isinstance(answer, str | bytes | dict):
            raise PluginError(
                f"{hook}() returned {_a(answer)}; it must return a list of {expected.__name__}, an empty one if it has "
                "nothing to offer",
                plugin=plugin,
            )
        records: tuple[Any, ...] = tuple(answer)  # a generator runs here, inside the guard
    for record in records:
        if type(record) is not expected:
            raise PluginError(f"{hook}() returned {_a(record)} among its {expected.__name__}s", plugin=plugin)
        if not isinstance(record, EventType) and not callable(record.build):
            raise PluginError(f"{hook}(): `build` of {record.name!r} is not callable", plugin=plugin)
    return records


def _check_unique(answers: list[tuple[str, tuple[Any, ...]]], plugin: str) -> None:
    for hook, answer in answers:
        twice = [name for name, count in Counter(record.name for record in answer).items() if count > 1]
        if twice:
            raise PluginError(f"{hook}() returned several of the name {', '.join(sorted(twice))}", plugin=plugin)


def _a(value: object) -> str:
    return "None" if value is None else f"an object of type {type(value).__name__}"
