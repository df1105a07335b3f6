"""What nearly every chart of data needs, in one line of imports."""

from pcc_data.charts._kit.of_data import no_case, of_data
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.unreliable import unreliable
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.style import style
from pcc_data.say import say

__all__ = ["Chart", "Dataset", "load_codebook", "no_case", "of_data", "say", "style", "unreliable"]
