# §2.3 rule 4, §8 Q23: beside an integer of 64 bits everything that is a number still counts, fractions and exponents too.
filter v < 9223372036854775807 and id != "true" and id != "false"
| fields id, v
