"""The readings of the sensors of the simulated router: steady values, which no source confirms."""

from __future__ import annotations

SUPPLY = (
    "Internal Power Supply Type: AC",
    "Internal Power Supply 12V Output Status: Normal",
    "External Redundant Power Supply is absent or powered off",
)
FANS = tuple(f"Fan {number} OK, Low speed setting" for number in range(1, 5))
#: The sensors, with degrees Celsius.
TEMPERATURES = (
    ("Intake Left", 24),
    ("Intake Left(Bezel)", 25),
    ("Exhaust Right(Bezel)", 29),
    ("Exhaust Right", 28),
    ("CPU", 44),
    ("Power Supply Unit", 27),
)
BATTERY = ("Battery OK (checked at power up)",)
POWER = ("Motherboard Components Power consumption = 21.6 W", "Total System Power consumption is: 26.4 W")
