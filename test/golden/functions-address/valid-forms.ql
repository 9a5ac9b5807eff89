# §4.6: forms of addresses.
filter id = "empty"
| display isValidIp("::") as a, isValidIp("::ffff:192.0.2.1") as b, isValidIp("1:2:3:4:5:6:7") as c, isValidIp("1::2::3") as d, isValidIpV4("256.0.0.1") as e, isValidIpV4("10.0.0") as f, isValidIpV6("fe80::1%eth0") as g, isValidIp(v) as h
