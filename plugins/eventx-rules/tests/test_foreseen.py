"""A noun that names a visit again is to come, or has come, as the article has told before."""

from __future__ import annotations

import pytest

from eventx.model import Article

TO_COME = "Premier Holm will visit Oman on Friday. "
ARRIVED = "Premier Holm arrived in Oman on Monday. "


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (TO_COME + "The visit offers a chance to mend ties.", "planned"),
        (TO_COME + "Aides have hailed Holm's visit as a sign of trust.", "planned"),
        (ARRIVED + "The visit offers a chance to mend ties.", "asserted"),
        (ARRIVED + "Holm will tell bankers of his plans during his visit.", "asserted"),
        ("Holm will tell bankers of his plans during his visit.", "planned"),
        (TO_COME + "Premier Ruiz has hailed President Lund's visit as a sign of trust.", "asserted"),
        (TO_COME + "Holm's visit in May was marred by a strike.", "asserted"),
        (TO_COME + "Holm said so during a visit to Peru.", "asserted"),
        ("The mint was keen to show the weight that it puts on Holm's visit.", "asserted"),
    ],
)
def test_visit_that_is_named_again_lies_where_the_article_put_it(read, text, modality):
    assert read(text, "VISIT")[-1].modality == modality


def test_explanation_says_that_the_article_settled_it(analyser, extractor):
    analysis = analyser.analyse(Article.of(TO_COME + "The visit offers a chance to mend ties."))
    analyser.parse([(analysis, range(len(analysis.sentences)))])
    *_, last = extractor.explain([analysis])
    (reason,) = last.mentions
    assert (reason.mention.modality, reason.modality) == ("planned", "as the article tells it elsewhere")
