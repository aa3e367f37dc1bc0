"""The router that is simulated: its serial number, its software and the file of its image."""

from __future__ import annotations

SERIAL = "FTX1840ALBY"
PRODUCT = "CISCO2911/K9"
VERSION = "15.7(3)M8"
IMAGE = "c2900-universalk9-mz.SPA.157-3.M8.bin"
#: The size of the image in bytes.
IMAGE_SIZE = 107_847_576
#: The MD5 digest of the image, which `verify /md5` prints: a made-up value, since the image has no content.
IMAGE_MD5 = "41f922fc9006c1fef42e790b6c8fa3ea"
#: The configuration register of a new router.
REGISTER = "0x2102"
#: The size of flash0: in bytes, as `dir` prints it; `show version` prints the size of the card, 250880K.
FLASH_SIZE = 256_487_424
