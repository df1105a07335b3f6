"""The product of matrices gives no false alarm."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from pcc_data.analysis.product import product


def test_what_blas_meets_outside_is_not_told():
    """Infinity times zero stands for what lies beyond the end of a row."""
    alarm = np.array([[np.inf, 1.0]]), np.array([0.0, 1.0])
    with pytest.warns(RuntimeWarning, match="invalid value"):
        alarm[0] @ alarm[1]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isnan(product(*alarm)).all()
    assert product(np.eye(2), np.array([3.0, 4.0])).tolist() == [3.0, 4.0]
