"""The one face that joins the rooms: open a folder, read, load, check, show. Every door speaks to it alone.

>>> import tempfile
>>> from tieline.workspace import open_desk
>>> with tempfile.TemporaryDirectory() as folder:
...     desk = open_desk(f"{folder}/ledger")
...     sorted({dataset.name for dataset in desk.contents().datasets})
['kotra-2013', 'kotra-2014']
"""

from tieline.workspace.act_results import Acts
from tieline.workspace.desk import Desk, open_desk
from tieline.workspace.found import Found
from tieline.workspace.ledger_results import Contents, Loaded, LoadReport
from tieline.workspace.listing import Claims, Documents
from tieline.workspace.results import Checked, CheckReport, Reading, ReadReport, Shown
from tieline.workspace.tie_results import Changes, GoldsteinReport, Pivots, Ranking, TieReport, Timeline
from tieline.workspace.trade_results import (
    Basket,
    CodesFound,
    Flags,
    Indicators,
    MirrorReport,
    Standings,
    TradeReport,
)

__all__ = [
    "Acts",
    "Basket",
    "Changes",
    "CheckReport",
    "Checked",
    "Claims",
    "CodesFound",
    "Contents",
    "Desk",
    "Documents",
    "Flags",
    "Found",
    "GoldsteinReport",
    "Indicators",
    "LoadReport",
    "Loaded",
    "MirrorReport",
    "Pivots",
    "Ranking",
    "ReadReport",
    "Reading",
    "Shown",
    "Standings",
    "TieReport",
    "Timeline",
    "TradeReport",
    "open_desk",
]
