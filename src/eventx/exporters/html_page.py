"""HTML: one page that holds everything, asks the network for nothing, and runs nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from typing import IO, Any

from eventx.exporters.page_data import page_data
from eventx.model import Timeline
from eventx.printable import shortened
from eventx.schema import Catalogue, EventType, standard_types

_SCRIPTS = ("data", "filters", "layout", "chart", "overview", "gestures", "detail", "table", "printing", "main")
_LONGEST_TITLE = 200

# What HTML and old JavaScript parsers could take for an end of the data: these never stand in it as themselves.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

# The policy names the page's script and style by their hashes: nothing else runs, whatever an article says.
_POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src data:; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class HtmlExporter:
    """Writes one self-contained page: lanes to zoom and filter, a table of the same, and the evidence of each event.

    Args:
        title: The page's heading.
        lanes: How the events lie at first: a lane for each ``"type"`` or for each ``"actor"``.
        types: The event types of the run; the standard ones where left out.
    """

    def __init__(
        self, title: str = "Timeline", lanes: str = "type", types: Mapping[str, EventType] | None = None
    ) -> None:
        if lanes not in {"type", "actor"}:
            raise ValueError(f"lanes: {lanes!r} is neither 'type' nor 'actor'")
        self.title = shortened(str(title), _LONGEST_TITLE)  # --set title=2024 is a number
        self.lanes = lanes
        self.types = Catalogue(standard_types()) if types is None else types

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the page to a binary stream."""
        from jinja2 import Environment, StrictUndefined
        from markupsafe import Markup

        template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        data = page_data(timeline, self.types)
        style = _file("page.css")
        script = "'use strict';\n(() => {\n" + "".join(_file(f"{name}.js") for name in _SCRIPTS) + "})();\n"
        page = template.from_string(_file("page.html.j2")).render(
            title=self.title,
            policy=Markup(_POLICY.format(script=_digest(script), style=_digest(style))),
            style=Markup(style),
            script=Markup(script),
            data=Markup(embedded_json({**data, "lanes": self.lanes})),
            events=data["events"],
            types=data["types"],
        )
        stream.write(page.encode("utf-8", "backslashreplace"))


def embedded_json(value: Any) -> str:
    """JSON that can stand in a script element, whatever its strings hold.

    >>> embedded_json({"title": "</script>"})
    '{"title":"\\\\u003c/script\\\\u003e"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _file(name: str) -> str:
    return resources.files("eventx.exporters").joinpath("page", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
