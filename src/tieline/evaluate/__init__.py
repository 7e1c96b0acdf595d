"""Claims held against annotated stories: how many facts were found, how well, and why others were not.

>>> from tieline.evaluate import score
>>> from tieline.evaluate.gold import story_of
>>> fact = {"quote": "rose 5 percent", "indicator": "exports", "reporter": "FJI", "partner": "MLT", "change_pct": 5.0}
>>> story = story_of({"id": "a", "measures": [fact]}, "a.yaml")
>>> score([story], [{**fact, "document": "a", "kind": "measure"}]).tallies["measure"].rates("core").f1
1.0
"""

from tieline.evaluate.gold import GoldError, Story, load_gold
from tieline.evaluate.scores import Rates, SetScore, Tally, score

__all__ = ["GoldError", "Rates", "SetScore", "Story", "Tally", "load_gold", "score"]
