"""Outcomes of groups of cases under different weights: which order the weights give, and how easily it turns round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pcc_data.analysis.compare import FEW
from pcc_data.analysis.product import product
from pcc_data.arguments import checked_weight, found_twice, one_of, whole
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

DRAWS = 1000
SEED = 2021


@dataclass(frozen=True)
class Weighted:
    """What a set of weights does to groups of cases.

    `profile` has one row a group and domain with columns `mean` (of rated cases, 0 to 3), `rated`, `cases`; `means`
    holds the weighted mean of each group that can be compared; `top` the two highest; `turned` how many of `draws`
    other weightings reverse these two, None where there is nothing to reverse.
    """

    profile: pd.DataFrame
    weights: Mapping[str, int]
    means: pd.Series
    top: tuple[str, ...]
    turned: int | None
    draws: int

    @property
    def counting(self) -> list[str]:
        """Domains with a weight above zero."""
        return [domain for domain in DOMAINS if self.weights[domain] > 0]

    @property
    def missing(self) -> tuple[int, int]:
        """Ratings that are missing in the domains that count, and how many there would be."""
        part = self.profile[self.profile.index.get_level_values("domain").isin(self.counting)]
        return int(part["cases"].sum() - part["rated"].sum()), int(part["cases"].sum())

    @property
    def level(self) -> bool:
        """Whether the two highest groups have the same weighted mean."""
        return len(self.top) == 2 and bool(np.isclose(self.means[self.top[0]], self.means[self.top[1]]))


def group_means(data: Dataset, by: str) -> pd.DataFrame:
    """Mean rating (0 to 3) of the rated cases in each group and outcome domain.

    Index: group, domain (groups that occur, in the codebook's order, by all seven domains); columns `mean` (missing
    when no case is rated, never zero), `rated`, `cases`. A mean takes the steps of the scale as equal. Raises
    ValueError for a field without codes.
    """
    groups = data.state(by)
    rows = data.outcomes.assign(group=data.outcomes["case"].map(groups).astype(groups.dtype))
    found = rows.groupby(["group", "domain"], observed=True)["rating"]
    table = pd.DataFrame({"mean": found.mean().astype("float64"), "rated": found.count(), "cases": found.size()})
    order = [code for code in groups.cat.categories if (groups == code).any()]
    index = pd.MultiIndex.from_product([order, DOMAINS], names=["group", "domain"])
    return table.reindex(index).fillna({"rated": 0, "cases": 0}).astype({"rated": int, "cases": int})


def _checked(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights in the order of the domains."""
    every = f"Weights must be zero or more, one for each of: {', '.join(DOMAINS)}."
    if not isinstance(weights, Mapping | pd.Series):
        raise ValueError(f"{every} Found {weights!r}.")
    twice = found_twice(weights.keys())
    found = {
        one_of(name, DOMAINS, "outcome that can be weighted"): checked_weight(value, name)
        for name, value in weights.items()
    }
    lacking = [domain for domain in DOMAINS if domain not in found]
    if lacking or twice:
        raise ValueError(
            f"{every} " + (f"Missing: {', '.join(lacking)}." if lacking else f"Found twice: {', '.join(twice)}.")
        )
    return {domain: found[domain] for domain in DOMAINS}


def weigh(data: Dataset, by: str, weights: Mapping[str, int], *, draws: int = DRAWS, seed: int = SEED) -> Weighted:
    """Weighted means of groups, and in how many of `draws` other weightings the two highest change places.

    Only groups with at least three rated cases in every domain that counts (weight above zero) are compared. The other
    weightings are drawn uniformly from all weights of these domains that add up to one, a Dirichlet distribution with
    all parameters one (Devroye, 1986, chapter XI), as Butler, Jia and Dyer (1997) do to test the order that weights
    give. The same `seed` draws the same. Raises ValueError for a field without codes, a domain that is missing or
    unknown, a weight that is no finite number from zero, or a number of draws or a seed that is none.
    """
    weights = _checked(weights)
    draws, seed = whole(draws, "The number of draws", 1), whole(seed, "The seed")
    profile = group_means(data, by)
    counting = [domain for domain in DOMAINS if weights[domain] > 0]
    wide = profile["mean"].unstack("domain").reindex(index=profile.index.unique("group"))[counting]
    enough = (profile["rated"].unstack("domain").reindex(wide.index)[counting] >= FEW).all(axis=1)
    compared = wide[enough] if counting else wide.iloc[:0]
    shares = np.array([weights[domain] for domain in counting], dtype=float)
    shares = shares / shares.max() if counting else shares  # so that the sum of very large weights is still a number
    means = pd.Series(
        product(compared.to_numpy(dtype=float), shares / shares.sum()) if len(compared) else [],
        index=compared.index,
        dtype=float,
    )
    top = tuple(map(str, means.sort_values(ascending=False, kind="stable").index[:2]))
    turned = None
    if len(top) == 2 and len(counting) > 1:
        apart = (compared.loc[top[0]] - compared.loc[top[1]]).to_numpy(dtype=float)
        others = np.random.default_rng(seed).dirichlet(np.ones(len(counting)), draws)
        turned = int((product(others, apart) < -1e-12).sum())
    return Weighted(profile, dict(weights), means, top, turned, draws)
