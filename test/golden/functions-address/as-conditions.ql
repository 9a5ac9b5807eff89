# §4.6: conditions of filter; an event without an address is not private.
#@ groups net
filter not isPrivateIP(ip) and not isPublicIP(ip)
| sort id
| display id
