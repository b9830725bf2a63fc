"""The language of an article is as declared, or guessed where the text is plain about it."""

from __future__ import annotations

import pytest

from eventx.extraction import article_language, guess_language
from eventx.model import Article

TEXTS = {
    "en": "The minister said on Monday that she would not go to the talks, and that nobody had asked her to do so.",
    "es": "El ministro dijo el lunes que no iría a las conversaciones y que nadie se lo había pedido por escrito.",
    "fr": "Le ministre a dit lundi qu'il ne se rendrait pas aux négociations et que personne ne lui avait demandé.",
    "de": "Der Minister sagte am Montag, dass er nicht zu den Gesprächen fahre und dass ihn auch nie jemand bat.",
    "it": "Il ministro ha detto lunedì che non andrà alla riunione e che nessuno gli ha chiesto di farlo per il paese.",
    "pt": "O ministro disse que não vai à reunião e que ninguém do governo lhe pediu para ir, como se diz na imprensa.",
    "nl": "De minister zei maandag dat hij niet naar de gesprekken zou gaan en dat ook niemand het hem had gevraagd.",
    "sv": "Ministern sade på måndagen att han inte skulle resa till samtalen och att det inte var någon som bett.",
    "ru": "Министр заявил в понедельник, что не поедет на переговоры и что его никто об этом не просил.",
    "ar": "قال الوزير يوم الاثنين إنه لن يذهب إلى المحادثات وإن أحدا لم يطلب منه ذلك",
    "zh": "部长星期一说他不会去参加会谈，也没有人要求他这样做。",
    "ja": "大臣は月曜日、会談には行かないし、誰からも頼まれていないと述べた。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_of_running_text_is_guessed(language):
    assert guess_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Ostrava, 12 May", "12 345 67", "Kim Li Park " * 20, "???"])
def test_text_that_does_not_tell_is_left_open(text):
    assert guess_language(text) is None


def test_english_with_foreign_names_and_quotations_stays_english():
    text = (
        "The head of El Comité de la Región, Pablo de la Vega, said that “no se va a negociar con los rebeldes” and "
        "that the people of the valley were with him; the daily La Voz de los Andes was told the same."
    )

    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    ("declared", "language"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("English", "en"), ("eng", "en"), ("fr", "fr"), ("deu", "de")],
)
def test_declared_language_goes_before_the_text(declared, language):
    assert article_language(Article.of(TEXTS["es"], language=declared)) == language


@pytest.mark.parametrize("declared", [None, "", "unknown", "???"])
def test_text_tells_where_nothing_sensible_is_declared(declared):
    assert article_language(Article.of(TEXTS["es"], language=declared)) == "es"
