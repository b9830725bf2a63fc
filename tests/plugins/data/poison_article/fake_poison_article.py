"""Breaks on one article."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl
from eventx.model import EventMention


class Visits:
    """Takes every "visited" for a visit."""

    def extract(self, analyses):
        for analysis in analyses:
            if "poison" in analysis.article.text:
                raise ZeroDivisionError("nobody counted on that")
            at = analysis.article.text.find("visited")
            if at >= 0:
                trigger = analysis.article.span(at, at + len("visited"))
                yield EventMention(article_id=analysis.article.id, type="VISIT", trigger=trigger)


def build(options):
    return Visits()


@hookimpl
def eventx_extractors():
    return [ExtractorRecord(name="visits", description="", build=build, types=["VISIT"], needs_parse=False)]
