from __future__ import annotations

import pytest

from pcc_data.analysis import qca
from tests.analysis.qca.lipset import CRISP, EXPECTED, FUZZY


def test_each_cut_off_gives_the_models_of_its_own_table():
    found = qca.by_cut_off(FUZZY, "SURV", incl_cuts=[0.8, 0.9, 1], n_cuts=[1, 3], kind="parsimonious")
    for row in found.dropna(subset="model").itertuples():
        table = qca.truth_table(FUZZY, "SURV", incl_cut=row.incl_cut, n_cut=row.n_cut)
        assert row.model in {str(model) for model in qca.minimize(table, "parsimonious").models}
    first = found.iloc[0]
    known = EXPECTED["LF_incl_cut_0.8"]["parsimonious_fit"]
    assert (first["rows"], first["of"], first["models"]) == (2, 9, 1)
    assert [round(first[name], 3) for name in ("inclS", "PRI", "covS")] == [known[n] for n in ("inclS", "PRI", "covS")]
    none = found[found["incl_cut"] == 1]
    assert none["model"].isna().all() and (none["models"] == 0).all() and len(none) == 2


def test_leaving_one_out_names_whose_absence_changes_the_sentence():
    found = qca.without_each(FUZZY, "SURV", incl_cut=0.8)
    assert list(found.index) == list(FUZZY.index)
    for case, row in found.iterrows():
        alone = qca.minimize(qca.truth_table(FUZZY.drop(index=case), "SURV", incl_cut=0.8))
        assert row["models"] == tuple(str(model) for model in alone.models)
    assert set(found.index[~found["same"]]) == {"AU", "FI", "FR", "HU", "IE", "SE"}


def test_no_case_is_left_out_of_none():
    assert qca.without_each(CRISP.iloc[:0], "SURV").empty
    with pytest.raises(ValueError, match="kind"):
        qca.by_cut_off(CRISP, "SURV", kind="short")
