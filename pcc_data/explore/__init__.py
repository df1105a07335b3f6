"""Explorers: controls around charts. Each function takes a Dataset and returns a widget.

Each name is in the private file of that name; the line that imports it is read by editors and type checkers alone.
"""

from typing import TYPE_CHECKING

from pcc_data.lazy_names import lazy_names

if TYPE_CHECKING:
    from pcc_data.explore._ask_a_case import ask_a_case as ask_a_case
    from pcc_data.explore._board import board as board
    from pcc_data.explore._build_one import build_one as build_one
    from pcc_data.explore._cases import cases as cases
    from pcc_data.explore._characteristics import characteristics as characteristics
    from pcc_data.explore._checklist import checklist as checklist
    from pcc_data.explore._city_roles import city_roles as city_roles
    from pcc_data.explore._claim import claim as claim
    from pcc_data.explore._co_production import co_production as co_production
    from pcc_data.explore._code_blind import code_blind as code_blind
    from pcc_data.explore._coded_twice import coded_twice as coded_twice
    from pcc_data.explore._compare import compare as compare
    from pcc_data.explore._configurations import configurations as configurations
    from pcc_data.explore._council_request import council_request as council_request
    from pcc_data.explore._courses import courses as courses
    from pcc_data.explore._coverage import coverage as coverage
    from pcc_data.explore._dilemmas import dilemmas as dilemmas
    from pcc_data.explore._everyday import everyday as everyday
    from pcc_data.explore._five_tests import five_tests as five_tests
    from pcc_data.explore._gallery import gallery as gallery
    from pcc_data.explore._glossary import glossary as glossary
    from pcc_data.explore._hands_up import hands_up as hands_up
    from pcc_data.explore._is_it_one import is_it_one as is_it_one
    from pcc_data.explore._kit.explorer import Explorer as Explorer
    from pcc_data.explore._meanings import meanings as meanings
    from pcc_data.explore._my_table import my_table as my_table
    from pcc_data.explore._outcome_wheel import outcome_wheel as outcome_wheel
    from pcc_data.explore._outcomes import outcomes as outcomes
    from pcc_data.explore._place_it import place_it as place_it
    from pcc_data.explore._play import play as play
    from pcc_data.explore._predict import predict as predict
    from pcc_data.explore._references import references as references
    from pcc_data.explore._road_map import road_map as road_map
    from pcc_data.explore._rule_exceptions import rule_exceptions as rule_exceptions
    from pcc_data.explore._run_of_show import run_of_show as run_of_show
    from pcc_data.explore._self_check import self_check as self_check
    from pcc_data.explore._sequences import sequences as sequences
    from pcc_data.explore._setbacks import setbacks as setbacks
    from pcc_data.explore._side_by_side import side_by_side as side_by_side
    from pcc_data.explore._spells import spells as spells
    from pcc_data.explore._stages import stages as stages
    from pcc_data.explore._stories import stories as stories
    from pcc_data.explore._studio import studio as studio
    from pcc_data.explore._take_home import take_home as take_home
    from pcc_data.explore._toolbox import toolbox as toolbox
    from pcc_data.explore._tools import tools as tools
    from pcc_data.explore._two_hands import two_hands as two_hands
    from pcc_data.explore._what_next import what_next as what_next
    from pcc_data.explore._who_decides import who_decides as who_decides
else:  # type checkers would take any name that a `__getattr__` might know
    __all__, __getattr__, __dir__ = lazy_names(__name__, __path__, Explorer="pcc_data.explore._kit.explorer")
