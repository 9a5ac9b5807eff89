# §8 Q23, §2.7: an integer of the query keeps its digits, wherever it goes.
filter id = "a1"
| fields 123456789012345678 as x, -9223372036854775807 as y, if(ok, 9007199254740993, 0) as z,
    coalesce(nothing, 9007199254740993) as c, concat("n", 9007199254740993) as t, 9007199254740993 - 1 as d
