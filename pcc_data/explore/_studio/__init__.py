"""The studio: a canvas, what stands beside it, and a folder to keep designs in."""

from pcc_data.explore._studio.studio import studio as studio
