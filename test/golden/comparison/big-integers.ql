# §8 Q23: 64-bit integers are compared exactly, not as doubles.
filter v >= 9223372036854775806
| display id, v = 9223372036854775807 as same, v = 9223372036854775806 as below
