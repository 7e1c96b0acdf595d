"""Words by which a sentence names something only to set it apart: one list for the reader and the check.

>>> from tieline.model import lazy_re as re
>>> re.fullmatch(INSTEAD, "as opposed to") is not None, re.fullmatch(INSTEAD, "such as") is not None
(True, False)
"""

from __future__ import annotations

from typing import Final

INSTEAD: Final = r"(?:rather\s+than|instead\s+of|as\s+opposed\s+to|as\s+distinct\s+from|unlike)"
"""As a pattern: "exports to Chile, as opposed to those to Peru, rose"."""
