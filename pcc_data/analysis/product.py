"""The product of matrices of finite numbers, without the false alarms of some builds of BLAS."""

from __future__ import annotations

import numpy as np


def product(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """`left @ right`, for numbers that are finite.

    Some builds of BLAS look beyond the end of a row, or compute in lanes that nobody asked for, and what they meet
    there NumPy tells as a division by zero, an overflow or an invalid value of the product (numpy/numpy, issue 28687).
    """
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        return left @ right
