# §4.7: text and numbers in hexadecimal; decToHex cuts; 64 bits are exact.
filter id = "int"
| display hexToAscii("4f4B") as a, hexToDec("0xFF") as b, hexToDec("-ff") as c, hexToDec("ffffffffffffffff") as d, decToHex(255.9) as e, decToHex(-255) as f, decToHex("9007199254740993") as g, decToHex(v) as h, hexToDec("ff") + 1 as i
