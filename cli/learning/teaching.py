"""Least squares with a ridge: from lessons to the rows of a learned part. Needs numpy."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cli.learning.lessons import Lesson
from shared.classification.learned import NOUGHT
from shared.model.fact import ProcessId

RIDGE = 0.2
LEVELS = 7
LEAST_LESSONS = 5
"""A run that hardly any lesson has tells of a person, not of a process: it is left out."""
_CUT = 0.9995
"""The share of weights that fit into the levels; the few beyond count as the highest."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Taught:
    """Runs and their rows, two processes in a byte; ``scale``: what 1 in a row is worth."""

    runs: list[str]
    halves: bytes
    scale: float


def teach(lessons: Sequence[Lesson], processes: Sequence[ProcessId]) -> Taught:
    """The rows that come nearest to the lessons."""
    counts = Counter(run for lesson in lessons for run in lesson.runs)
    runs = sorted(run for run, count in counts.items() if count >= LEAST_LESSONS)
    many = np.array([counts[run] for run in runs])
    rarity = (np.log((1 + len(lessons)) / (1 + many)) + 1) / 3
    weights = _weights(_table(lessons, runs, rarity), lessons, processes) * rarity[:, None]
    weights -= weights.mean(axis=1, keepdims=True)
    scale = float(np.quantile(np.abs(weights), _CUT) / LEVELS)
    levels = np.clip(np.round(weights / scale), -LEVELS, LEVELS).astype(np.int8)
    return Taught(runs, _halves(levels), scale)


def _table(
    lessons: Sequence[Lesson], runs: Sequence[str], rarity: Floats
) -> npt.NDArray[np.float32]:
    """A row for each lesson, its runs by their rarity; a lesson of many runs as long as others."""
    place = {run: at for at, run in enumerate(runs)}
    table = np.zeros((len(lessons), len(runs)), np.float32)
    for row, lesson in enumerate(lessons):
        known = [place[run] for run in lesson.runs if run in place]
        table[row, known] = max(1, len(lesson.runs)) ** -0.5
    table *= rarity.astype(np.float32)
    return table


def _weights(
    table: npt.NDArray[np.float32], lessons: Sequence[Lesson], processes: Sequence[ProcessId]
) -> Floats:
    """Solved for lessons instead of runs, for there are fewer of them."""
    wanted = np.array([[2 * one.shares.get(p, 0.0) - 1 for p in processes] for one in lessons])
    ridge = np.diag([RIDGE / lesson.weight for lesson in lessons])
    solved = np.linalg.solve((table @ table.T).astype(np.float64) + ridge, wanted)
    weights: Floats = (table.T @ solved.astype(np.float32)).astype(np.float64)
    return weights


def _halves(levels: npt.NDArray[np.int8]) -> bytes:
    shifted = (levels + NOUGHT).astype(np.uint8)
    if shifted.shape[1] % 2:
        shifted = np.pad(shifted, ((0, 0), (0, 1)), constant_values=NOUGHT)
    return (shifted[:, 0::2] | (shifted[:, 1::2] << 4)).tobytes()
