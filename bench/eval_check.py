"""Claims in words against the figures they were written from: the confusion of classes and verdicts, with floors.

More than 3,000 claims of a made world, and as many again of the OEC's totals where these are at hand. Each class (true, near
misses against own and against the other side's figures, false, without data) has to get its verdict in 0.97 of the claims, by the check alone and by reader and check
together, and no untrue claim may be supported. Ends with 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claim_scores import apart, confusion, right_of, together
from claim_words import SHAPES, cases
from claim_worlds import OEC, RealWriter, made_ledger, real_ledger

FLOOR = 0.97


def main() -> int:
    """Write, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="flows that claims are written about")
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong ones of each")
    args = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        worlds = [("made world", *made_ledger(folder), {})]
        if OEC.exists():
            worlds.append(("OEC totals", *real_ledger(folder), {"writer": RealWriter}))
        for title, world, ledger, more in worlds:
            written = cases(world, args.rounds, seed=args.seed, **more)
            used = {case.shape for case in written}
            print(f"{title}: {len(written):,} claims, {len(used)} of {len(SHAPES)} sentence shapes")
            for which, judge in (("check alone", apart), ("reader and check", together)):
                start = time.process_time()
                judged = judge(written, ledger)
                took = time.process_time() - start
                table = confusion(judged)
                right = right_of(table)
                untrue = [each for each in judged if each.worst_error]
                print(f"  {which} ({took:.0f} s of CPU)")
                for kind, found in table.items():
                    words = ", ".join(f"{n} {word}" for word, n in found.most_common())
                    print(f"    {kind:10} {right[kind]:.3f}  {words}")
                print(f"    untrue and supported: {len(untrue)}")
                failed |= bool(untrue) or min(right.values()) < FLOOR
                for each in untrue + [each for each in judged if not each.right][: args.wrong]:
                    print(f"      {each.case.kind} ({each.case.slip}) -> {each.word}: {each.case.text}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
