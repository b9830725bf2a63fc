"""Breaks while it observes."""

from eventx.hookspecs import hookimpl


@hookimpl
def eventx_article_processed(article):
    raise RuntimeError(f"cannot bear {article.id}")


@hookimpl
def eventx_component_failed(error):
    raise RuntimeError("nor that")
