# §8 Q23: what is computed of 64-bit integers is compared exactly: 9223372036854775807 - 1 and - 2 are one number as doubles.
filter id = "big"
| fields v - 1 = v - 2 as same, v - 1 = 9223372036854775806 as exact, v - 1 >= 9223372036854775807 as large,
    v - 1 in [9223372036854775805, 7] as listed, v - 1 != 9223372036854775805 as other, v * 1 = v as equal
