"""Takes a hook's argument by keyword only."""

from eventx.hookspecs import hookimpl


@hookimpl
def eventx_article_processed(article, *, mentions):
    pass
