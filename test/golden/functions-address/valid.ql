# §4.6: IPv4 in four decimal octets without leading zeros, IPv6 in any form of RFC 4291; anything else, and nothing, is 0.
#@ groups net
filter id in ["p1", "p6", "p8", "p9", "p11"]
| sort id
| display id, isValidIp(ip) as a, isValidIpV4(ip) as b, isValidIpV6(ip) as c
