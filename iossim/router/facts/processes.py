"""The load, the processes and the memory of the simulated router: steady values of an idle router, which no source confirms."""

from __future__ import annotations

#: The load of the processor, as `show processes cpu` and stamps of commands have it.
LOAD = "five secs: 1%/0%; one minute: 1%; five minutes: 1%"
UTILIZATION = "CPU utilization for five seconds: 1%/0%; one minute: 1%; five minutes: 1%"

#: The memory in bytes: the processor's and that for packets, in all and in use. Their sum is the memory of `show version`.
PROCESSOR_TOTAL, PROCESSOR_USED = 483_328 * 1024, 110_043_512
IO_TOTAL, IO_USED = 40_960 * 1024, 20_012_340
#: The address at which each memory begins. Both have letters, so that nobody takes them for a number of bytes.
PROCESSOR_HEAD, IO_HEAD = "2B8E1DE0", "D800000"

#: The processes: name, milliseconds that they run in an hour, calls in an hour, bytes that they hold.
PROCESSES = (
    ("Chunk Manager", 0, 2, 12_004),
    ("Load Meter", 16, 720, 7_004),
    ("Check heaps", 4_020, 360, 13_004),
    ("Pool Manager", 0, 4, 7_004),
    ("Timers", 0, 2, 7_004),
    ("ARP Input", 24, 180, 10_004),
    ("Environmental mo", 72, 3_600, 7_004),
    ("Exec", 260, 900, 35_004),
    ("Entity MIB API", 0, 1, 34_004),
    ("IP Input", 96, 540, 13_004),
    ("CDP Protocol", 48, 420, 16_004),
    ("TCP Timer", 20, 3_600, 13_004),
    ("TCP Protocols", 8, 60, 10_004),
    ("HTTP CORE", 12, 30, 16_004),
    ("IP Background", 4, 60, 10_004),
    ("NTP", 8, 120, 13_004),
    ("Skinny Msg Serve", 36, 240, 13_004),
    ("Skinny Socket Se", 28, 240, 13_004),
    ("CCSIP_UDP_SOCKET", 16, 120, 13_004),
    ("CCSIP_SPI_CONTRO", 20, 120, 64_004),
    ("VTSP", 4, 20, 19_004),
    ("DHCPD Receive", 12, 60, 10_004),
)
