"""Comparisons that the terminal has to draw: three sides, an article beside readouts, other scripts."""

from functools import cache

from readoutdiff import compare, read, read_file
from tests.conftest import DEMO, SAMPLES
from tests.stories import beside

LEXICON = """
[[party]]
id = "hanland"
name = "漢國"
adjective = "Hanlandic"
names = ["Hanland"]

[[party]]
id = "yamland"
name = "ארץ הים"
adjective = "Yamlandic"
names = ["Yamland"]

[[party]]
id = "bahrland"
name = "بلاد البحر"
adjective = "Bahrlandic"
names = ["Bahrland"]
"""
HANLAND = (
    "The Prime Minister of Hanland spoke by telephone with the President of Yamland. They discussed fishing quotas for herring, "
    "“漁業合作必須以互相尊重為基礎，雙方應當避免任何單方面行動”. The Prime Minister stressed that visas for students, "
    "“學生簽證問題（包括獎學金）”, should be issued within ten days. She invited the President to the Lantern Festival."
)
YAMLAND = (
    "The President of Yamland spoke with the Prime Minister of Hanland. The leaders discussed fishing quotas for herring, "
    "“שיתוף הפעולה בתחום הדיג חייב להתבסס על כבוד הדדי בין שתי המדינות”. The President asked that visas for students, "
    "“אשרות לסטודנטים”, be issued within a month. He raised the fate of the sailors of the Dolphin."
)
BAHRLAND = (
    "The King of Bahrland spoke with the Prime Minister of Hanland and the President of Yamland. The leaders discussed fishing quotas "
    "for herring, “يجب أن يقوم التعاون في مجال الصيد على الاحترام المتبادل بين البلدين”. The King offered to host a summit on "
    "desalination in the spring."
)
KENYA = (
    "President Wanjiru of Kenya spoke today with the leaders of Peru and Finland. She stressed that the three states will plant two "
    "million mangroves by 2030. The President called for lower tariffs on tea and cut flowers. She asked for teachers of Spanish."
)
PERU = (
    "President Quispe of Peru held a call with the leaders of Kenya and Finland. The leaders agreed to plant three million mangroves by "
    "2030. He asked that tariffs on tea and coffee be cut. The President offered a loan of two gold masks to the museum of Nairobi."
)
FINLAND = (
    "Prime Minister Lehtovaara of Finland spoke with the Presidents of Kenya and Peru. The leaders agreed to plant mangroves. The Prime "
    "Minister offered icebreakers to no one, and spoke at length of forest fires and satellites that see them."
)


@cache
def demo():
    return compare(read_file(str(DEMO)))


@cache
def victory_day():
    """An article beside two readouts."""
    folder = SAMPLES / "victory-day-readouts"
    readouts = [read_file(str(folder / f"{party}.txt"), role="readout", party=party) for party in ("il", "ru")]
    return compare(read_file(str(SAMPLES / "victory-day-call" / "article.txt")), *readouts)


@cache
def victory_day_story():
    return compare(read_file(str(SAMPLES / "victory-day-call" / "article.txt")))


@cache
def night_train():
    """An article that quotes otherwise than the readout, leaves out, and has what no readout has."""
    return beside(
        "The night train “will run on time and at a low price by the end of next year”, the Norwegian government said.",
        "Oslo asked Sweden to store 60,000 tonnes of grain in Malmo, its readout said.",
        "“Trains are the poetry of a small country,” the Norwegian government said.",
    )


@cache
def three_sides():
    texts = {"ke": KENYA, "pe": PERU, "fi": FINLAND}
    return compare(*(read(text, name=f"{party}.txt", role="readout", party=party) for party, text in texts.items()))


def scripts(lexicon, sides=3):
    """Names and quotations in Chinese, Hebrew and Arabic."""
    lexicon.write_text(LEXICON, encoding="utf-8")
    texts = {"hanland": HANLAND, "yamland": YAMLAND, "bahrland": BAHRLAND}
    given = list(texts.items())[:sides]
    return compare(*(read(text, name=f"{party}.txt", role="readout", party=party) for party, text in given), lexicon=str(lexicon))
