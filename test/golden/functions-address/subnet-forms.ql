# §4.6: an address alone is a subnet, bits behind the prefix are ignored, a broken subnet holds nothing.
#@ groups net
filter id = "p1"
| display isIpInSubnet(ip, "10.1.2.3") as a, isIpInSubnet(ip, "10.1.2.4") as b, isIpInSubnet(ip, "10.9.9.9/8") as c, isIpInSubnet(ip, "0.0.0.0/0") as d, isIpInSubnet(ip, "10.1.2.3/33") as e, isIpInSubnet(ip, "") as f, isIpInSubnet(ip, nothing) as g
