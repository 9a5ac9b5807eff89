# §4.6: families are compared with their own; a broken or missing address is 0.
#@ groups net
filter id in ["p1", "p3", "p6", "p7", "p8", "p9"]
| sort id
| display id, isIpInSubnet(ip, "10.1.0.0/16") as a, isIpInSubnet(ip, "2001:db8::/32") as b, isIpv4InSubnet(ip, "10.0.0.0/8") as c, isIpv6InSubnet(ip, "2001:db8:1::/48") as d, isIpv4InSubnet(ip, "::/0") as e
