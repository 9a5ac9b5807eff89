# §8 Q23: columns that hold 64-bit integers are compared exactly too, with each other and with fields; so is the order of texts.
filter id = "big"
| fields v - 1 as less, v - 2 as least, 9223372036854775806 as number
| fields less = least as same, less = number as equal, least < less as ordered, v > less as above, v < number as below,
    v < "9223372036854775807" as under, v <= "9223372036854775806" as smaller
