"""Gives a hook's argument a default."""

from eventx.hookspecs import hookimpl


@hookimpl
def eventx_article_processed(article, mentions=()):
    pass
