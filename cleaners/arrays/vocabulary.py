"""Looking up many hashes at once among those that a model knows."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cleaners.arrays.words import Hashes, Ints

# Buckets by the first bits of a hash: of some ten thousand known ones few share a bucket.
_BUCKET_BITS = 16
_SHIFT = np.uint64(64 - _BUCKET_BITS)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms that a net has vectors for, by their places among the sorted hashes ``known``."""

    known: Hashes
    begins: NDArray[np.int32] = field(init=False, repr=False, compare=False)
    sizes: NDArray[np.uint8] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the known hashes into buckets, once a model."""
        edges = np.arange((1 << _BUCKET_BITS) + 1, dtype=np.int64)
        bounds = np.searchsorted((self.known >> _SHIFT).astype(np.int64), edges)
        object.__setattr__(self, "begins", bounds[:-1].astype(np.int32))
        object.__setattr__(self, "sizes", np.diff(bounds).astype(np.uint8))

    def find(self, hashes: Hashes) -> tuple[Ints, Ints]:
        """Which of these are known, and the place of each."""
        bucket = (hashes >> _SHIFT).astype(np.int64)
        likely = np.flatnonzero(self.sizes[bucket])
        sought, place = hashes[likely], self.begins[bucket[likely]].astype(np.int64)
        for _ in range(int(self.sizes.max())):
            place += self.known.take(place, mode="clip") < sought
        met = self.known.take(place, mode="clip") == sought
        return likely[met], place[met]
