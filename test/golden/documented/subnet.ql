# §4.6: events of a subnet.
fields @timestamp, srcAddr, dstAddr
| filter isIpv4InSubnet(srcAddr, "192.0.2.0/24")
| limit 20
