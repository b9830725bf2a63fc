"""Yields mentions that are wrong in every way, and a good one among them."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl
from eventx.model import Argument, EventMention, Span


class Wrong:
    """Knows neither its article nor its roles."""

    def extract(self, analyses):
        for analysis in analyses:
            article = analysis.article
            trigger = article.span(0, 4)
            shifted = Span(start=1, end=5, text=trigger.text)
            unknown = Argument(role="visitors", span=trigger)
            yield EventMention(article_id=article.id, type="VISIT", trigger=shifted)
            yield EventMention(article_id=article.id, type="VISIT", trigger=trigger, arguments=[unknown])
            yield EventMention(article_id=article.id, type="VISITATION", trigger=trigger)
            yield EventMention(article_id=article.id, type="VISIT", trigger=None)
            yield EventMention(article_id="somewhere-else", type="VISIT", trigger=trigger)
            yield "not a mention at all"
            yield EventMention(article_id=article.id, type="VISIT", trigger=trigger)


def build(options):
    return Wrong()


@hookimpl
def eventx_extractors():
    return [ExtractorRecord(name="wrong", description="", build=build, types=["VISIT"], needs_parse=False)]
