"""Pictures as SVG, the same bytes for the same numbers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

Points = tuple[Sequence[float], Sequence[float]]

mpl.rcParams["svg.hashsalt"] = "saraban"


def curves(path: Path, title: str, ylabel: str, lines: Mapping[str, Points]) -> None:
    """Lines over hours."""
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    for name, (xs, ys) in lines.items():
        axes.plot(xs, ys, label=name)
    axes.set(title=title, xlabel="hours", ylabel=ylabel)
    axes.set_ylim(bottom=0)
    axes.grid(alpha=0.3)
    axes.legend()
    _save(figure, path)


def growths(path: Path, panels: Mapping[str, Mapping[str, Points]]) -> None:
    """One small picture for each axis of growth, both scales logarithmic."""
    figure = Figure(figsize=(10, 3.2 * -(-len(panels) // 3)), layout="constrained")
    many = list(figure.subplots(-(-len(panels) // 3), 3, squeeze=False).flat)
    for axes in many:
        axes.set_visible(False)
    for axes, (name, lines) in zip(many, panels.items(), strict=False):
        _panel(axes, name, lines)
    _save(figure, path)


_AIR = 3.0


def _plain(value: float, _: float) -> str:
    return f"{value:,g}"


def _panel(axes: Axes, name: str, lines: Mapping[str, Points]) -> None:
    axes.set_visible(True)
    xs: Sequence[float] = ()
    for label, (xs, ys) in lines.items():
        axes.loglog(xs, ys, marker="o", markersize=3, label=label)
    axes.set_xlabel(name, fontsize=8)
    low, high = axes.get_ylim()
    axes.set_ylim(low / _AIR, high * _AIR**2)  # so that what hardly grows looks level
    axes.set_xticks(xs, [f"{x:,.0f}" for x in xs])
    axes.yaxis.set_major_formatter(_plain)
    for scale in (axes.xaxis, axes.yaxis):
        scale.set_minor_formatter(NullFormatter())
    axes.tick_params(labelsize=7)
    axes.grid(alpha=0.3, which="both")
    axes.legend(fontsize=7)


def _save(figure: Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, format="svg", metadata={"Date": None})
