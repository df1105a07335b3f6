"""Qualitative Comparative Analysis (Ragin 1987, 2008): which combinations of conditions go with an outcome.

Memberships are a DataFrame with a row a case and a column a set, from 0 (out) to 1 (in): `crisp` and `fuzzy` make them
from values, `sets_of` from the codes of this collection. `necessity`, `truth_table` and `minimize` analyse them;
`by_cut_off` and `without_each` try whether the result holds. Multi-value sets and causal chains are not covered.
"""

from __future__ import annotations

from pcc_data.analysis.qca.calibrate import crisp as crisp
from pcc_data.analysis.qca.calibrate import fuzzy as fuzzy
from pcc_data.analysis.qca.calibrate import half_members as half_members
from pcc_data.analysis.qca.minimize import Model as Model
from pcc_data.analysis.qca.minimize import Solution as Solution
from pcc_data.analysis.qca.minimize import contradictory_assumptions as contradictory_assumptions
from pcc_data.analysis.qca.minimize import minimize as minimize
from pcc_data.analysis.qca.necessity import necessity as necessity
from pcc_data.analysis.qca.robustness import by_cut_off as by_cut_off
from pcc_data.analysis.qca.robustness import without_each as without_each
from pcc_data.analysis.qca.sets_of import Sets as Sets
from pcc_data.analysis.qca.sets_of import sets_of as sets_of
from pcc_data.analysis.qca.truth_table import TruthTable as TruthTable
from pcc_data.analysis.qca.truth_table import truth_table as truth_table
