# §4.6: private by RFC 1918, reserved by RFC 5735 (private ones among them), public what is neither; nothing is none of them.
#@ groups net
filter id in ["p1", "p4", "p5", "p6", "p8", "p9", "p10"]
| sort id
| display id, isPrivateIP(ip) as a, isReservedIP(ip) as b, isPublicIP(ip) as c
