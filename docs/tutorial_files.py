"""The files of docs/tutorials/checking.md, in the order in which they are written; a name may have a version after `#`."""

_BRANCH = """\
hostname Branch
!
telephony-service
 max-ephones 5
 max-dn 10
 max-redirect 21
 ip source-address 10.1.1.1 port 2000
!
ephone-dn 1
 number 1001
ephone 1
 mac-address 0011.2233.4401
end
"""
_CORRECTED = _BRANCH.replace("21", "20")

CHECKING = {
    "configs/branch.cfg": _BRANCH,
    "configs/branch.cfg#corrected": _CORRECTED,
    "iossim.toml": "strict = true\n",
    "configs/branch.cfg#allowed": _CORRECTED.replace(
        "ephone 1", "! iossim: allow ephone-without-button its line comes in December\nephone 1"
    ),
    "configs/old.cfg": """\
hostname Old
telephony-service
 max-redirect 99
end
""",
}
