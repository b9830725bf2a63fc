"""A plugin as it should be, with one of everything that the tests ask for."""

from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl
from eventx.model import EventMention
from eventx.schema import EventType, Role

told = []


class Visits:
    """Takes every "visited" for a visit."""

    def extract(self, analyses):
        for analysis in analyses:
            at = analysis.article.text.find("visited")
            if at >= 0:
                trigger = analysis.article.span(at, at + len("visited"))
                yield EventMention(article_id=analysis.article.id, type="VISIT", trigger=trigger)


def build(options):
    return Visits()


@hookimpl
def eventx_event_types():
    yield EventType(name="PROTEST", roles=[Role(name="protester", filler="entity")])


@hookimpl
def eventx_extractors():
    return [
        ExtractorRecord(name="visits", description="Finds visits", build=build, types=["VISIT"], needs_parse=False),
        ExtractorRecord(name="protests", description="Finds none", build=build, types=["PROTEST"], needs_parse=False),
    ]


@hookimpl
def eventx_article_processed(mentions):
    told.append(len(mentions))


@hookimpl
def eventx_run_finished():
    told.append("finished")
