# §8 Q23: integers stay exact above 2^53.
filter id = "big"
| display v - 1 as a, 9007199254740993 + 1 as b, 9007199254740993 * 3 as c, -v as d
