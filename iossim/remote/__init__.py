"""The vty lines of a router on the network: SSH and telnet."""
