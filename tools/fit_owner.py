"""Print what each mark of `tieline.read.story.owner_marks` weighs: whose trade a story tells, by its words before any is parsed.

`python tools/fit_owner.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold).  A story counts that has one country in more of its figures than any other, and in three of five.  Printed is
first how often the likeliest country is that one in sets held out; the weights go into `tieline.read.story.owner` by hand,
rounded.  Those there were found on the sets of `fit_sides.py` and some 300 further stories of the press, which can't lie here.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from fit_stories import FOLDS, options
from tieline.evaluate.gold import Story, load_gold
from tieline.read.story.document import build_story
from tieline.read.story.owner_marks import marks_of

_MOST = 0.6
_WORLD = "WLD"


def example(story: Story) -> Example | None:
    """The countries of a story by their marks, and which of them its figures are of; None where that is not one alone."""
    entries = [e for e in story.entries["measure"] if not e.get("optional") and e["indicator"] != "tariff"]
    met = Counter(code for e in entries for code in {e["reporter"], e.get("partner")} - {None, _WORLD})
    ranked = met.most_common(2)
    alone = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) and ranked[0][1] >= _MOST * len(entries)
    if story.document is None or not alone:
        return None
    marks = marks_of(build_story(story.document))
    found = Example(tuple(marks.values()), tuple(code == ranked[0][0] for code in marks))
    return found if any(found.right) and len(marks) > 1 else None


def main() -> None:
    """Fit and print."""
    given = options(__doc__).parse_args()
    stories = {folder.name: load_gold([folder], given.texts) for folder in given.folders}
    sets = {name: [e for s in found if (e := example(s)) is not None] for name, found in stories.items()}
    every = [name for name, found in sets.items() if found]
    names = names_of([e for found in sets.values() for e in found])
    right = 0
    for apart in (every[n::FOLDS] for n in range(min(FOLDS, len(every)))):
        weights = fitted(Table.of([e for name in every if name not in apart for e in sets[name]], names))
        for held in (e for name in apart for e in sets[name]):
            right += held.right[int((Table.of([held], names).marks @ weights).argmax())]
    print(f"of {sum(map(len, sets.values()))} stories with an owner the likeliest country is it in {right}")
    table = Table.of([e for found in sets.values() for e in found], names)
    for weight, name in sorted(zip(np.round(fitted(table), 2), names, strict=True), key=lambda x: -abs(x[0])):
        print(f"{weight:6.2f}  {name}")


if __name__ == "__main__":
    main()
