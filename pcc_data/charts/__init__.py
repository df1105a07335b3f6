"""Pictures of the data. Each function takes a Dataset and returns a Chart: picture, sentence, table.

Each name is in the private file of that name; the line that imports it is read by editors and type checkers alone.
"""

from typing import TYPE_CHECKING

from pcc_data.lazy_names import lazy_names

if TYPE_CHECKING:
    from pcc_data.charts._ages import ages as ages
    from pcc_data.charts._ages_last_seen import ages_last_seen as ages_last_seen
    from pcc_data.charts._before_a_change import before_a_change as before_a_change
    from pcc_data.charts._city_roles import city_roles as city_roles
    from pcc_data.charts._co_production_grid import co_production_grid as co_production_grid
    from pcc_data.charts._coded_twice import coded_twice as coded_twice
    from pcc_data.charts._coders_agree import coders_agree as coders_agree
    from pcc_data.charts._contributions import contributions as contributions
    from pcc_data.charts._coverage import coverage as coverage
    from pcc_data.charts._cross_table import cross_table as cross_table
    from pcc_data.charts._designs_grid import designs_grid as designs_grid
    from pcc_data.charts._designs_models import designs_models as designs_models
    from pcc_data.charts._designs_roles import designs_roles as designs_roles
    from pcc_data.charts._five_tests import five_tests as five_tests
    from pcc_data.charts._guess import guess as guess
    from pcc_data.charts._hands import hands as hands
    from pcc_data.charts._how_it_began import how_it_began as how_it_began
    from pcc_data.charts._indicator import indicator as indicator
    from pcc_data.charts._indicator_units import indicator_units as indicator_units
    from pcc_data.charts._instrument_combinations import instrument_combinations as instrument_combinations
    from pcc_data.charts._instruments import instruments as instruments
    from pcc_data.charts._key_figures import key_figures as key_figures
    from pcc_data.charts._leave_one_out import leave_one_out as leave_one_out
    from pcc_data.charts._life_lines import life_lines as life_lines
    from pcc_data.charts._map_of_cases import map_of_cases as map_of_cases
    from pcc_data.charts._motion import motion as motion
    from pcc_data.charts._outcome_profile import outcome_profile as outcome_profile
    from pcc_data.charts._owned_and_seated import owned_and_seated as owned_and_seated
    from pcc_data.charts._ownership_and_right import ownership_and_right as ownership_and_right
    from pcc_data.charts._participation_and_right import participation_and_right as participation_and_right
    from pcc_data.charts._promises import promises as promises
    from pcc_data.charts._role_matrix import role_matrix as role_matrix
    from pcc_data.charts._roles_strip import roles_strip as roles_strip
    from pcc_data.charts._selection import selection as selection
    from pcc_data.charts._sequences import sequences as sequences
    from pcc_data.charts._silences import silences as silences
    from pcc_data.charts._spectrum import spectrum as spectrum
    from pcc_data.charts._spells import spells as spells
    from pcc_data.charts._taken_back import taken_back as taken_back
    from pcc_data.charts._ten_and_others import ten_and_others as ten_and_others
    from pcc_data.charts._timeline import timeline as timeline
    from pcc_data.charts._topics import topics as topics
    from pcc_data.charts._truth_table import truth_table as truth_table
    from pcc_data.charts._two_indices import two_indices as two_indices
    from pcc_data.charts._used_together import used_together as used_together
    from pcc_data.charts._weighted_profiles import weighted_profiles as weighted_profiles
    from pcc_data.drawing.chart import Chart as Chart
else:  # type checkers would take any name that a `__getattr__` might know
    __all__, __getattr__, __dir__ = lazy_names(__name__, __path__, Chart="pcc_data.drawing.chart")
