from eventx.merging.profiles import profile
from eventx.merging.stories import Stories
from eventx.model import Argument, EventMention, Span


def told(article_id: str, *names: str) -> tuple[str, object]:
    mention = EventMention(
        article_id=article_id,
        type="ATTACK",
        trigger=Span(start=0, end=6, text="attack"),
        arguments=[
            Argument(role="target", span=Span(start=0, end=len(name), text=name), entity_id=name, name=name)
            for name in names
        ],
    )
    return article_id, profile(mention)


def test_stories_that_name_the_same_are_alike() -> None:
    stories = Stories(
        [told("a", "Orla Tamm", "Corvo"), told("b", "Orla Tamm", "Corvo"), told("c", "Jonas Brekke"), told("d")]
    )
    assert stories.alike("a", "b") == stories.alike("b", "a") == "most"
    assert stories.alike("a", "c") == "none"
    assert stories.alike("a", "d") == "none"


def test_stories_count_what_few_articles_name_for_more() -> None:
    everywhere = [told(key, "Luria", key) for key in "abcdefgh"]
    stories = Stories([*everywhere, told("x", "Luria", "Orla Tamm"), told("y", "Orla Tamm")])
    order = ("none", "few", "some", "most")
    assert order.index(stories.alike("a", "b")) < order.index(stories.alike("x", "y"))
