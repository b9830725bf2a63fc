"""JSON lines: every mention with its run-wide event."""

from __future__ import annotations

import json
from typing import IO

from eventx.model import Timeline
from eventx.serialize import mention_to_dict


class MentionsExporter:
    """Writes one mention a line, articles in order of id, mentions in order of position."""

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline's mentions to a binary stream."""
        mentions = [mention for event in timeline for mention in event.mentions]
        for mention in sorted(mentions, key=lambda mention: (mention.article_id, mention.trigger.start, mention.type)):
            line = json.dumps(mention_to_dict(mention), ensure_ascii=False)
            stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
