# §4.7: what is no hexadecimal number, or no text, is null; so are nothing and the empty string.
filter id = "empty"
| display hexToAscii("4f4") as a, hexToAscii("zz") as b, hexToAscii(v) as c, hexToAscii(nothing) as d, hexToDec("0x") as e, hexToDec("g") as f, hexToDec("1ffffffffffffffff") as g, hexToDec(v) as h, hexToDec(nothing) as i, decToHex("x") as j, decToHex(v) as k, decToHex(nothing) as l
