"""The reader's network taught from examples.

PyTorch is needed only here (``pip install torch``); what it learns is a file of a few tens
of kilobytes which functions/intake/reading/digits/network.py computes without it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from math import cos, pi
from pathlib import Path
from random import Random
from typing import Any

from functions.intake.reading.digits.network import COLUMNS
from functions.intake.reading.digits.signs import NOTHING, SIGNS
from functions.intake.reading.digits.strip import HEIGHT
from tools.digits.batches import batches, block, varied
from tools.digits.examples import Example

torch: Any = import_module("torch")
"""Imported by name: the project itself does not need it."""

_SLOWEST, _WARMING = 1e-5, 300
_DECAY = 1e-3
_STEEPEST = 5.0
_AVERAGE = 0.998
"""The network that is kept is a moving average over its last steps."""
_REPORT = 200

Report = Callable[[int, float], None]


@dataclass(frozen=True)
class Round:
    """So many steps of 64 examples, at first with the learning rate ``fastest``, then slower."""

    steps: int
    fastest: float
    reshaping: bool


ROUNDS = (Round(12_000, 4e-3, reshaping=False), Round(4_000, 6e-4, reshaping=True))
"""Print as it is first, then also shapes that no font has."""


def network() -> Any:
    """Convolutions that halve the rows until one is left, then one along the line."""
    return torch.nn.Sequential(
        *_layer(1, 16, 5, (2, COLUMNS), 2),
        *_layer(16, 24, 3, (2, 1), 1),
        *_layer(24, 32, 3, (2, 1), 1),
        *_layer(32, 48, 3, 1, 1),
        *_layer(48, 56, (HEIGHT // 8, 1), 1, 0),
        *_layer(56, 56, (1, 5), 1, (0, 2)),
        torch.nn.Conv2d(56, len(SIGNS), 1),
    )


class Teacher:
    """A network being taught in rounds; ``file`` keeps its progress."""

    def __init__(self, rounds: Sequence[Round], seed: int, file: Path) -> None:
        """Begin, or go on from the file if it is there."""
        torch.set_num_threads(1)
        torch.manual_seed(seed)
        swa = torch.optim.swa_utils
        self._rounds, self._seed, self._file = rounds, seed, file
        self._taught = network()
        self._average = swa.AveragedModel(
            self._taught, multi_avg_fn=swa.get_ema_multi_avg_fn(_AVERAGE), use_buffers=True
        )
        self._how = torch.optim.AdamW(self._taught.parameters(), weight_decay=_DECAY)
        self._step = self._begun() if file.exists() else 0

    def taught(self, examples: Sequence[Example], report: Report) -> Any:
        """The network after all rounds."""
        random = Random(f"{self._seed} {self._step}")  # noqa: S311 - no secrets
        source, lost = batches(examples, random), 0.0
        for now, within in islice(_steps(self._rounds), self._step, None):
            for group in self._how.param_groups:
                group["lr"] = _pace(now, within)
            batch = [varied(one, random, reshaping=now.reshaping) for one in next(source)]
            lost += _taught_once(self._taught, self._how, batch, random)
            self._average.update_parameters(self._taught)
            self._step += 1
            if self._step % _REPORT == 0:
                report(self._step, lost / _REPORT)
                lost = 0.0
                self._keep()
        return self._average.module.eval()

    def _parts(self) -> dict[str, Any]:
        return {"taught": self._taught, "average": self._average, "how": self._how}

    def _keep(self) -> None:
        unfinished = self._file.with_suffix(".part")
        states = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save({**states, "step": self._step}, unfinished)
        unfinished.rename(self._file)

    def _begun(self) -> int:
        stored = torch.load(self._file, weights_only=True)
        for name, part in self._parts().items():
            part.load_state_dict(stored[name])
        return int(stored["step"])


def _layer(inputs: int, outputs: int, size: Any, step: Any, padding: Any) -> Iterator[Any]:
    yield torch.nn.Conv2d(inputs, outputs, size, step, padding, bias=False)
    yield torch.nn.BatchNorm2d(outputs)
    yield torch.nn.ReLU()


def _taught_once(taught: Any, how: Any, batch: Sequence[Example], random: Random) -> float:
    outputs = taught(torch.from_numpy(block(batch, random)))[:, :, 0]
    likely = outputs.log_softmax(1).permute(2, 0, 1)
    loss = torch.nn.functional.ctc_loss(
        likely,
        torch.tensor([sign for one in batch for sign in one.signs]),
        torch.full((len(batch),), len(likely)),
        torch.tensor([len(one.signs) for one in batch]),
        blank=NOTHING,
        zero_infinity=True,
    )
    how.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(taught.parameters(), _STEEPEST)
    how.step()
    return float(loss.detach())


def _steps(rounds: Sequence[Round]) -> Iterator[tuple[Round, int]]:
    """Each round's steps, numbered within it."""
    return ((each, within) for each in rounds for within in range(each.steps))


def _pace(now: Round, step: int) -> float:
    """The learning rate: it rises for some steps and then falls along a cosine."""
    fall = (1 + cos(pi * step / now.steps)) / 2
    return now.fastest * min(1, step / _WARMING) * fall + _SLOWEST
