"""The command line of Tools/compare/compare: see there."""

import argparse

import distances
import geodesics
import paths
import points


def main():
    parser = argparse.ArgumentParser(prog="Tools/compare/compare")
    parser.add_argument("what", choices=("all", "points", "geodesics", "distances", "paths"))
    parser.add_argument("probe")
    parser.add_argument("--points", type=int, default=None)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--paths", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failed = False
    if options.what in ("all", "points"):
        failed |= points.compare(options.probe, options.points or 1_000_000, options.seed) > 0
    if options.what in ("all", "geodesics"):
        failed |= geodesics.compare(options.probe, options.pairs, options.seed)
    if options.what == "distances":
        failed |= distances.compare(options.probe, options.points or 10_000, options.seed)
    if options.what == "paths":
        failed |= paths.compare(options.probe, options.paths, options.seed)
    print("beyond the limits" if failed else "all within the limits")
    raise SystemExit(1 if failed else 0)


main()
