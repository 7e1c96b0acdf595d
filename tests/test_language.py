"""Another language is told by its words; English never is taken for another one."""

import json
from pathlib import Path

import pytest

from tieline.read.pages.language import language_of

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le commerce entre le Japon et le Chili a progressé de 5 pour cent en 2014.", "fr"),
        ("Las exportaciones de Chile a Perú crecieron un 12 por ciento.", "es"),
        ("As exportações do Chile para o Peru não cresceram em 2014, segundo o ministério.", "pt"),
        ("Le esportazioni del Cile verso il Perù sono cresciute del 5 per cento, secondo la dogana.", "it"),
        ("Der Handel zwischen Japan und Chile ist im Jahr 2014 um 5 Prozent gewachsen, und das Amt freut sich.", "de"),
        ("De handel tussen Japan en Chili is in het jaar 2014 met 5 procent gegroeid.", "nl"),
        ("Eksport z Chile do Peru wzrósł w roku 2014 o 5 procent, a import jest niższy niż przed rokiem.", "pl"),
        ("Şili ile Peru arasında ticaret bir yıl içinde daha çok arttı ve bu oran yüzde 5 oldu.", "tr"),
        ("Ekspor dari Chili ke Peru dan impor yang tidak banyak itu naik pada tahun ini.", "id"),
        ("Торговля между странами выросла", "ru"),
        ("Торгівля між країнами зросла", "uk"),
        ("التجارة بين البلدين نمت", "ar"),
        ("תחום הסחר צמח", "he"),
        ("北朝鮮の対ロシア輸出が増えた", "ja"),
        ("중국의 수출이 늘었다", "ko"),
        ("中国对智利的出口增长", "zh"),
        ("Το εμπόριο αυξήθηκε", "el"),
    ],
)
def test_another_language_is_told(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tea.",
        "Trade grew.",
        "SUVA, Dec 9 (PNA) -- Fiji sold tea.",
        "Exports to Chile up 5 percent",
        "Japan 38.8 Chile 31.2 Peru 5.5 " * 20,
        "El Salvador, La Paz, Rio de Janeiro, Los Angeles, La Plata, Le Monde, Die Welt " * 3,
        "Le Monde said that El Salvador and La Paz had agreed on a pact, El País reported.",
        "Exports Imports Total 2014 2013 Change Coffee Tea Rice " * 10,
        "Kim Jong Un met Xi Jinping in Beijing, 习近平 said.",
    ],
)
def test_english_is_not_taken_for_another_language(text):
    assert language_of(text) in {None, "en"}


def test_all_gold_stories_that_may_be_read_are_english():
    for folder in ("dev", "dev2", "opened", "twin"):
        for line in (GOLD / folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
            assert language_of(json.loads(line)["text"]) == "en"
