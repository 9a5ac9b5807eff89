# §4.6: an address of IPv4 as a number, null for anything else.
#@ groups net
filter id in ["p1", "p6", "p8", "p9"]
| sort id
| display id, ipv4ToNumber(ip) as a, ipv4ToNumber("255.255.255.255") as b, ipv4ToNumber("") as c
