"""The models that come with this version, as their files hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from cleaners.arrays.net import Net
from cleaners.arrays.pages import Column
from cleaners.judge.naming import Naming
from cleaners.judge.quality import AS_PROMISED, Calibration
from cleaners.judge.wording import Wording

TEXT_FILE = Path(__file__).with_name("text.npz")
HTML_FILE = Path(__file__).with_name("html.npz")


@dataclass(frozen=True, slots=True)
class TextModel:
    """The model for plain text: weights of words, and the net that weighs everything."""

    wording: Wording
    net: Net
    calibration: Calibration = AS_PROMISED

    def save(self, path: Path) -> None:
        """Write this model to a file."""
        own = {
            "promised": np.array(self.calibration.promised),
            "measured": np.array(self.calibration.measured),
        }
        _save(path, self.wording, own, self.net)

    @classmethod
    def load(cls, path: Path) -> "TextModel":
        """The model of a file."""
        arrays = _arrays(path)
        promised, measured = arrays["promised"].tolist(), arrays["measured"].tolist()
        calibration = Calibration(tuple(promised), tuple(measured))
        return cls(_wording(arrays), Net.of(arrays), calibration)


@dataclass(frozen=True, slots=True)
class PageModel:
    """The model for HTML: weights of words, weights of class and id names, and the net."""

    wording: Wording
    naming: Naming
    net: Net

    def save(self, path: Path) -> None:
        """Write this model to a file."""
        own = {"own": self.naming.own, "around": self.naming.around}
        _save(path, self.wording, own, self.net)

    @classmethod
    def load(cls, path: Path) -> "PageModel":
        """The model of a file."""
        arrays = _arrays(path)
        return cls(_wording(arrays), Naming(arrays["own"], arrays["around"]), Net.of(arrays))


@cache
def page_model() -> PageModel:
    """The model for HTML that comes with this version."""
    return PageModel.load(HTML_FILE)


@cache
def text_model() -> TextModel:
    """The model for plain text that comes with this version."""
    return TextModel.load(TEXT_FILE)


def _save(path: Path, wording: Wording, own: Mapping[str, Column], net: Net) -> None:
    words = {"weights": wording.weights, "rarity": wording.rarity}
    np.savez_compressed(path, allow_pickle=False, **words, **own, **net.arrays())


def _arrays(path: Path) -> dict[str, Column]:
    with np.load(path) as file:
        return dict(file)


def _wording(arrays: Mapping[str, Column]) -> Wording:
    return Wording(arrays["weights"], arrays["rarity"])
