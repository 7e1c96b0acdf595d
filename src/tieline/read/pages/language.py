"""Which language a text is in, by its script and its small words; None where that does not tell.

English must not be taken for another language, however short the text or however many its figures: another language is
told only by several of its own small words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS: Final = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he",
    "GREEK": "el", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu",
    "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si", "GEORGIAN": "ka", "ARMENIAN": "hy", "KHMER": "km", "LAO": "lo",
    "MYANMAR": "my", "ETHIOPIC": "am", "GURMUKHI": "pa", "MONGOLIAN": "mn",
}  # fmt: skip
_LETTERS: Final = (
    ("uk", "іїєґ"), ("be", "ў"), ("sr", "јљњћђџ"), ("mn", "өү"), ("kk", "әқңғұ"), ("fa", "پچگژ"), ("ur", "ٹڈڑے"),
)  # fmt: skip
_WORDS: Final = {
    "en": "the of and to in that is was for with said on has from by at as it be are were will an have its this which not but or than after between its their year percent exports imports trade million total",
    "fr": "le la les des du et en un une dans pour que qui est sur par au aux avec ses ce cette sont ont été plus entre selon l'exportation leur",
    "es": "el la los las de del y en un una que por con para se su es al como más entre fue ha según sus este esta lo no",
    "pt": "o a os as de do da dos das e em um uma que por com para se no na ao mais entre foi segundo não são pelo pela seu sua",
    "it": "il lo la i gli le di del della dei delle e in un una che per con da al nel nella è sono più tra secondo alla non si",
    "de": "der die das und in den dem von zu mit für auf ist im ein eine des nicht als auch nach bei wurde werden sich aus über um hat zwischen",
    "nl": "de het een en van in op te dat voor met is zijn aan door bij naar werd niet ook uit heeft tussen volgens over",
    "sv": "och i att det som en på är av för med till den har de inte om ett från mellan enligt sig var",
    "da": "og i at det som en på er af for med til den har de ikke om et fra mellem ifølge sig var",
    "no": "og i at det som en på er av for med til den har de ikke om et fra mellom ifølge seg var",
    "fi": "ja on ei se että oli myös hän ovat mutta kun vuonna sekä joka mukaan",
    "pl": "i w na z do się nie że jest od po za przez dla oraz są o jak był roku między według ze",
    "cs": "a v na se je že z do s o za podle od mezi pro jsou byl jako které také při roce",
    "sk": "a v na sa je že z do s o za podľa od medzi pre sú bol ako ktoré aj pri roku",
    "hu": "a az és hogy nem is egy volt van meg között szerint csak már mint el ez",
    "ro": "și în de la cu pe că din este o un pentru mai între sunt a fost al ale care potrivit",
    "hr": "i u na je se da za od su s kao između prema godine koji koje nije bi",
    "tr": "ve bir bu da de için ile olan olarak daha çok en arasında göre yıl oldu değil",
    "vi": "và của các là có trong cho được với không một những từ đã năm này",
    "id": "dan yang di ke dari untuk dengan pada ini itu dalam adalah tidak akan oleh sebagai antara tahun",
    "tl": "ang ng sa mga na at ay si ni para kung hindi ito",
    "sw": "na ya wa kwa ni katika za la kuwa hii hiyo mwaka kati",
    "lt": "ir į iš kad su yra tai buvo bei už pagal metų",
    "lv": "un ir no ar uz par kas tika gada pēc arī",
    "et": "ja on ei et see oli ning kui aasta ka",
    "so": "iyo ee ka ku oo in waa uu ayaa la",
}  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _WORDS.items()}


def language_of(text: str) -> str | None:
    """Give the code of the text's language; None if it does not tell.

    >>> language_of("Le commerce entre le Japon et le Chili a progressé de 5 pour cent."), language_of("Tea prices up")
    ('fr', None)
    """
    sample = text[:_SAMPLE]
    script = _by_script(sample)
    if script is not None:
        return script
    words = [word.replace("’", "'") for word in _WORD.findall(sample)]
    words += [part for word in words if "'" in word for part in (word.split("'")[1],) if len(part) > 1]
    if not words:
        return None
    counts = Counter(words)  # in small letters alone: names are full of "El", "La" and "De"
    scores = {code: sum(counts[word] for word in known) for code, known in _known().items()}
    kinds = {code: sum(word in counts for word in known) for code, known in _known().items()}
    english = scores.pop("en")
    best = max(scores, key=lambda code: (scores[code], kinds[code]))
    share = 0.15 if english else 0.2
    if (
        scores[best] > 1.5 * english
        and kinds[best] >= 3
        and scores[best] >= max(4 if english else 3, share * len(words))
    ):
        return best
    if english >= 2 and english >= scores[best]:
        return "en"
    return None


def _by_script(sample: str) -> str | None:
    """The language of a script that is not Latin, if most letters are of it."""
    letters = Counter(c for c in sample if c.isalpha())
    total = letters.total()
    other = {c: n for c, n in letters.items() if c > "\u0370"}
    if total < 2 or sum(other.values()) < 0.5 * total:
        return None
    scripts: Counter[str] = Counter()
    for letter, number in other.items():
        scripts[unicodedata.name(letter, "?").split()[0].split("-")[0]] += number
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.05 * scripts["CJK"] and scripts["HIRAGANA"]:
        return "ja"
    name, number = scripts.most_common(1)[0]
    if name not in _SCRIPTS or number < 0.5 * sum(other.values()):
        return None
    code = _SCRIPTS[name]
    if code in {"ru", "ar"}:
        group = _LETTERS[:5] if code == "ru" else _LETTERS[5:]
        own = {lang: sum(letters[c] for c in marks) for lang, marks in group}
        likely = max(own, key=lambda lang: own[lang])
        return likely if own[likely] > 0.01 * number else code
    return code
