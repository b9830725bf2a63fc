import pytest

from eventx.merging import EnglishMerger
from eventx.merging.aboutness import reasons_about
from eventx.merging.within import profiles_of
from eventx.model import Argument, EventMention, Span
from eventx.schema import EventType


def test_corefer_links_a_denial_to_the_accusation_it_answers(told) -> None:
    article = told("Luria accused Estow of arming the rebels. Estow denied the charge on Sunday.")
    accusation = article.mention(
        "ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="arming the rebels"
    )
    denial = article.mention("DENIAL", "denied", denier="Estow", allegation="the charge")
    done = {mention.type: mention for mention in EnglishMerger().corefer(article.analysis, [accusation, denial], ())}
    assert done["DENIAL"].about == done["ACCUSATION"].event_id
    assert done["ACCUSATION"].about is None


def test_corefer_links_no_denial_to_what_the_denier_says_of_others(told) -> None:
    article = told("Estow rejected the report, blaming Luria for the fire.")
    denial = article.mention("DENIAL", "rejected", denier="Estow", allegation="the report")
    blame = article.mention("ACCUSATION", "blaming", accuser="Estow", accused="Luria", allegation="the fire")
    done = {mention.type: mention for mention in EnglishMerger().corefer(article.analysis, [denial, blame], ())}
    assert done["DENIAL"].about is None


def test_corefer_links_an_accusation_to_the_attack_in_its_allegation(told) -> None:
    article = told("Luria blamed Estow for the bombing of the ferry.")
    blame = article.mention(
        "ACCUSATION", "blamed", accuser="Luria", accused="Estow", allegation="the bombing of the ferry"
    )
    bombing = article.mention("ATTACK", "bombing", target="the ferry")
    done = {mention.type: mention for mention in EnglishMerger().corefer(article.analysis, [blame, bombing], ())}
    assert done["ACCUSATION"].about == done["ATTACK"].event_id


@pytest.mark.parametrize(
    ("allegation", "verdict"),
    [
        ("shelling the ferry", "same"),
        ("an assault on the crew", "any"),
        ("killing two sailors", "join"),
        ("abducting a child", "differ"),
        ("dumping oil", "none"),
    ],
)
def test_reasons_about_compare_what_is_alleged_with_the_kind_of_attack(told, allegation: str, verdict: str) -> None:
    article = told(f"A ferry was shelled on Monday. Luria accused Estow of {allegation}.")
    shelled = article.mention("ATTACK", "shelled", target="A ferry")
    accused = article.mention("ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation=allegation)
    accusation, attack = profiles_of(article.analysis, [accused, shelled])
    assert f"act:ATTACK:{verdict}" in reasons_about(accusation, attack)


def test_corefer_links_a_denial_to_the_accusation_just_before_it(told) -> None:
    article = told("Luria accused Estow of arson. Norrvik accused the miners of theft. The union denied it.")
    mentions = [
        article.mention("ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="arson"),
        article.mention("ACCUSATION", "accused", 1, accuser="Norrvik", accused="the miners", allegation="theft"),
        article.mention("DENIAL", "denied", denier="The union", allegation="it"),
    ]
    done = EnglishMerger().corefer(article.analysis, mentions, ())
    assert done[2].about == done[1].event_id


def test_corefer_takes_what_most_mentions_of_an_accusation_say_of_an_attack(told) -> None:
    """One sentence that stands beside an attack does not make all that is said of a fraud one about it."""
    article = told(
        "Luria accused Estow of fraud. The charge of fraud against Estow is old. Troops killed a guard on Monday. "
        "Accusations against Estow were heard."
    )
    mentions = [
        article.mention("ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="fraud"),
        article.mention("ACCUSATION", "charge", accused="Estow", allegation="fraud"),
        article.mention("ATTACK", "killed", attacker="Troops", target="a guard", killed="a guard"),
        article.mention("ACCUSATION", "Accusations", accused="Estow"),
    ]
    done = EnglishMerger().corefer(article.analysis, mentions, ())
    assert {one.event_id for one in done if one.type == "ACCUSATION"} == {done[0].event_id}
    assert done[0].about is None


def test_corefer_gives_all_mentions_of_an_event_one_about(told) -> None:
    article = told("Luria accused Estow of spying. Estow denied the charge. The denial by Estow came late.")
    mentions = [
        article.mention("ACCUSATION", "accused", accuser="Luria", accused="Estow", allegation="spying"),
        article.mention("DENIAL", "denied", denier="Estow", allegation="the charge"),
        article.mention("DENIAL", "denial", denier="Estow"),
    ]
    done = EnglishMerger().corefer(article.analysis, mentions, ())
    by_event: dict[str, set[str | None]] = {}
    for mention in done:
        by_event.setdefault(mention.event_id or "", set()).add(mention.about)
    assert all(len(targets) == 1 for targets in by_event.values())


def test_corefer_links_only_what_the_types_allow(told) -> None:
    article = told("Luria blamed Estow for the bombing of the ferry.")
    mentions = [
        article.mention("ACCUSATION", "blamed", accused="Estow", allegation="the bombing of the ferry"),
        article.mention("ATTACK", "bombing", target="the ferry"),
    ]
    types = (EventType(name="ACCUSATION"), EventType(name="ATTACK"))
    done = EnglishMerger({"types": types}).corefer(article.analysis, mentions, ())
    assert all(mention.about is None for mention in done)


def test_corefer_links_a_denial_among_very_many_to_the_accusation_beside_it(told) -> None:
    sentences = "Lund{0} accused Tamm{0} of fraud. Tamm{0} denied it. "
    text = "".join(sentences.format(n) for n in range(700))
    article = told(text)

    def mention(kind: str, trigger: str, role: str, number: int) -> EventMention:
        who = f"Tamm{number} "
        name = text.index(who) if kind == "ACCUSATION" else text.index(f"{who}denied")
        word = text.rindex(trigger, 0, name) if kind == "ACCUSATION" else text.index(trigger, name)
        argument = Argument(role=role, span=Span.of(text, name, name + len(who) - 1))
        return EventMention(
            article_id="a1", type=kind, trigger=Span.of(text, word, word + len(trigger)), arguments=[argument]
        )

    accusations = [mention("ACCUSATION", "accused", "accused", n) for n in range(700)]
    denials = [mention("DENIAL", "denied", "denier", n) for n in range(700)]
    done = EnglishMerger().corefer(article.analysis, [*accusations, *denials], ())
    by_id = {one.mention_id: one for one in done}
    for accusation, denial in zip(accusations, denials, strict=True):
        assert by_id[denial.mention_id].about == by_id[accusation.mention_id].event_id
