"""What is printed: rows of a Markdown table, or JSON."""

from dataclasses import dataclass

from operations import Operation
from runner import Rates

HEADER = "| operation | ours | peer | peer's rate | ratio |\n|---|---|---|---|---|"


@dataclass
class Row:
    """Ours beside one peer, or beside none; of a peer that could not be asked, why."""

    operation: Operation
    ours: Rates
    peer: str | None = None
    theirs: Rates | None = None
    missing: str | None = None

    def rate(self, rates: Rates) -> float:
        return rates.median() * self.operation.size

    def ratio(self) -> float | None:
        return self.rate(self.ours) / self.rate(self.theirs) if self.theirs else None

    def record(self) -> dict[str, str | float | None]:
        ratio = self.ratio()
        return {
            "operation": self.operation.name,
            "unit": self.operation.unit,
            "ours": digits(self.rate(self.ours)),
            "peer": self.peer,
            "peer_value": digits(self.rate(self.theirs)) if self.theirs else None,
            "ratio": digits(ratio) if ratio else None,
        }

    def text(self) -> str:
        ratio = self.ratio()
        theirs = self.rate_text(self.theirs) if self.theirs else f"not run: {self.missing}" if self.missing else "–"
        cells = (
            self.operation.name, self.rate_text(self.ours), self.peer or "–", theirs.replace("|", "/"),
            f"{short(ratio)} ×" if ratio else "–")
        return f"| {' | '.join(cells)} |"

    def rate_text(self, rates: Rates) -> str:
        text = f"{scaled(self.rate(rates))} {self.operation.unit}"
        return f"{text} ({1e9 / self.rate(rates):.0f} ns)" if self.operation.shows_time else text

    def spread_text(self) -> str:
        """How far apart the runs of ours lie."""
        least, most = (scaled(rate * self.operation.size) for rate in self.ours.spread())
        runs = len(self.ours.nanoseconds)
        return f"{self.operation.name}: {least} to {most} {self.operation.unit} in {runs} runs"


def digits(number: float) -> float:
    """Five of them say all that a measured rate can."""
    return float(f"{number:.5g}")


def short(number: float) -> str:
    """Three digits, and none behind the point from 100 on."""
    rounded = float(f"{number:.3g}")
    return f"{rounded:.0f}" if rounded >= 100 else f"{rounded:.1f}" if rounded >= 10 else f"{rounded:.2f}"


def scaled(number: float) -> str:
    """A rate in thousands or millions."""
    for unit, name in ((1e6, " M"), (1e3, " k")):
        if float(f"{number:.3g}") >= unit:
            return short(number / unit) + name
    return short(number)
