"""The router that is simulated: its serial number, its software and the file of its image."""

from __future__ import annotations

SERIAL = "FTX1840ALBY"
PRODUCT = "CISCO2911/K9"
VERSION = "15.7(3)M8"
IMAGE = "c2900-universalk9-mz.SPA.157-3.M8.bin"
#: The size of the image in bytes.
IMAGE_SIZE = 107_847_576
