"""Which plugins may load: allow-list, deny-list, all off."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from attrs import frozen

ALLOW_VARIABLE = "EVENTX_PLUGINS"
DENY_VARIABLE = "EVENTX_DISABLE_PLUGINS"
NONE_VARIABLE = "EVENTX_NO_PLUGINS"


@frozen(kw_only=True)
class Permits:
    """What may load. Names are of plugins or of distributions; a denied plugin stays out even where it is allowed.

    Attributes:
        allow: Only these, or None for all.
        deny: None of these.
        none: No plugin at all; what comes with eventx itself stays.
    """

    allow: frozenset[str] | None = None
    deny: frozenset[str] = frozenset()
    none: bool = False

    @classmethod
    def of(
        cls,
        allow: Iterable[str] | None = None,
        deny: Iterable[str] | None = None,
        none: bool | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> Permits:
        """Take each setting from the argument, or where that is None from the environment."""
        environ = os.environ if environ is None else environ
        if allow is None:
            allow = _names(environ.get(ALLOW_VARIABLE, "")) or None  # a variable set to nothing is not set
        if deny is None:
            deny = _names(environ.get(DENY_VARIABLE, ""))
        if none is None:
            none = environ.get(NONE_VARIABLE, "").strip().lower() not in ("", "0", "false", "no")
        return cls(allow=None if allow is None else frozenset(allow), deny=frozenset(deny), none=none)

    def refusal(self, name: str, distribution: str) -> str | None:
        """Why this plugin may not load, or None if it may."""
        names = {name, distribution}
        if self.none:
            return f"all plugins are off ({NONE_VARIABLE} or --no-plugins)"
        if names & self.deny:
            return f"it is on the deny-list ({DENY_VARIABLE} or --without-plugin)"
        if self.allow is not None and not names & self.allow:
            return f"it is not on the allow-list ({ALLOW_VARIABLE} or --plugin)"
        return None


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())
