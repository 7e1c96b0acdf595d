"""Pages full of countries that tell few acts: lists, votes, fixtures, tables, casts. No claim is invented from them.

All texts are our own; the countries, numbers and names in them are made up. What is wanted reads: actor target type.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

FORTY = (
    "Albania, Algeria, Argentina, Armenia, Austria, Bahrain, Benin, Bolivia, Brazil, Chad, Chile, Croatia, Cuba, Cyprus, Denmark, Ecuador, "
    "Egypt, Estonia, Ethiopia, Fiji, Finland, Gabon, Ghana, Greece, Honduras, Iceland, Jordan, Kenya, Latvia, Malta, Mexico, Nepal, Oman, "
    "Panama, Peru, Qatar, Senegal, Togo, Uruguay and Zambia"
)
LISTS = [
    ("forty at a conference", (f"NAIROBI, March 3 - Delegates from forty countries gathered here on Tuesday for a conference on seeds. Taking part are {FORTY}. "
     "The conference ends on Friday."), ""),
    ("forty with one act", f"NAIROBI, March 3 - Forty countries were represented at the opening: {FORTY}. On the sidelines Kenya and Nepal signed a tea agreement.",
     "KEN NPL SUPPORT"),
    ("visa list", f"Citizens of the following countries may enter without a visa from April 1: {FORTY}. Others must apply at a consulate.", ""),
    ("addresses", ("Embassies\n\nEmbassy of Ghana, 12 Elm Street\nEmbassy of Nepal, 4 Oak Lane\nEmbassy of Peru, 90 Hill Road\nEmbassy of Malta, 2 Bay Walk\n"
     "Consulate of Fiji, 7 Mill Lane"), ""),
    ("UN vote", ("NEW YORK, March 4 - The General Assembly adopted the resolution on fishing by 120 votes to 6 with 14 abstentions.\n\n"
     "In favour: Albania, Algeria, Argentina, Armenia, Austria, Bahrain, Benin, Bolivia, Brazil.\nAgainst: Chad, Chile, Croatia, Cuba, Cyprus, Denmark.\n"
     "Abstaining: Ecuador, Egypt, Estonia, Ethiopia, Fiji, Finland."), ""),
    ("vote in prose", "Kenya, Ghana and Togo voted for the draft, Chile and Peru voted against it, and Malta abstained. Nepal was absent.", ""),
    ("roll call", "Roll call\n\nGhana: yes\nKenya: yes\nMalta: no\nNepal: abstained\nPeru: yes\nTogo: absent", ""),
    ("fixtures", ("World Cup qualifying, results\n\nGhana 2 Kenya 1\nNepal 0 Malta 0\nPeru 3 Chile 2 (after extra time)\nTogo beat Benin 4-1\n"
     "Latvia v Estonia, Saturday 19:00"), ""),
    ("match report", ("ACCRA, March 5 - Ghana beat Kenya 2-1 on Tuesday to reach the final. Kenya attacked from the start and threatened twice before Ghana's captain "
     "struck from 20 metres. Ghana will meet Peru on Saturday. Peru defeated Chile in the other semi-final."), ""),
    ("match report, words of war", ("Malta crushed Fiji 5-0 in Suva on Monday. The hosts had no answer to Malta's assault down the left. Fiji protested against the penalty. "
     "Malta visit Tonga next week."), ""),
    ("cricket", "India bombarded Nepal with short balls and took six wickets before lunch. Nepal surrendered meekly. India play Sri Lanka on Friday.", ""),
    ("medal table", "Medals\n\nCountry Gold Silver Bronze\nNorway 9 4 6\nAustria 6 5 2\nFinland 4 4 3\nJapan 2 6 1\nLatvia 1 0 2", ""),
    ("cast list", ("The Envoy. Cast: Anna Holm (the ambassador of Norway), Per Lind (the president of Peru), Ravi Shah (a Nepalese spy), Mo Adu (the king of Togo). "
     "Directed by Lena Falk. Running time 104 minutes."), ""),
    ("plot of a film", "In the film, Norway declares war on Peru and a Nepalese spy is arrested by Togo. The director, Lena Falk, shot it in Malta.", ""),
    ("members", ("Members of the bureau\n\nChair: Ana Paz (Uruguay)\nVice-chairs: Bo Dahl (Denmark), Kofi Mensah (Ghana), Tuan Le (Vietnam)\n"
     "Rapporteur: Mila Kos (Slovenia)"), ""),
    ("guest list", ("Those present at the funeral included the presidents of Kenya, Ghana and Peru, the king of Jordan, the prime ministers of Malta and Nepal "
     "and the foreign minister of Chile."), ""),
    ("song contest", ("Final results: Norway 310 points, Malta 245, Latvia 201, Greece 188. Greece gave Cyprus twelve points, as every year. Malta received twelve points "
     "from Latvia."), ""),
    ("weather", "Tomorrow: Oslo 4, Malta 17, Lima 24, Accra 31, Kathmandu 12. A front from Iceland will strike Norway and Denmark during the night.", ""),
    ("exchange rates", "Currencies, Tuesday\n\nGhana cedi 12.1\nKenya shilling 128.4\nNepal rupee 133.0\nPeru sol 3.71\nThe Chilean peso retreated against the Peruvian sol.", ""),
    ("index of a book", "Index\n\nKenya, treaty with Ghana, 44; war with Chad, 51-60\nMalta, siege of, 12\nPeru, sanctions against Chile, 77; visit of the president of, 80", ""),
    ("quiz", "Quiz: 1. Which country borders both Ghana and Benin? 2. Did Peru ever invade Malta? 3. Who signed the treaty between Nepal and Tibet? Answers on page 40.", ""),
    ("calendar", ("Diary\n\nMonday: meeting of the tea board, Nairobi\nTuesday: Ghana day at the fair\nWednesday: reception of the embassy of Peru\n"
     "Thursday: the president of Malta arrives in Suva for a visit to Fiji"), ""),  # its lines stand as a menu does
    ("flight board", "Departures: Accra-Nairobi KQ508 delayed, Lima-Santiago LA600 cancelled, Suva-Valletta FJ12 on time. Kenya Airways cancelled its flights to Ghana.", ""),
    ("brands and dishes", "On the menu: Turkey with Brazil nuts, Peking duck, Danish pastry, Swiss roll, Kenya coffee, Cuba libre and a Greek salad.", ""),
    ("tennis", "Norway's Bo Dahl defeated Peru's Raul Diaz 6-4 6-2 and will meet Kenya's Sam Otieno. Malta's Ana Borg withdrew.", ""),
    ("chess", "Round 3: India drew with Norway 2-2. Armenia held Cuba. China punished Peru's mistake on the third board and won.", ""),
]  # fmt: skip


def acts_of(text):
    document = Document(id="x", text=text, published=Period.parse("2026-03-05"), lang="en")
    (result,) = read_documents([document])
    return [claim for claim in result.claims if isinstance(claim, Event)]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_a_list_of_countries_tells_no_acts_but_those_it_tells(text, wanted):
    found = sorted(f"{act.actor} {act.target} {act.type}" for act in acts_of(text))
    assert found == ([wanted] if wanted else [])
