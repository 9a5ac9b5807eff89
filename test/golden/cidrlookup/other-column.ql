# §3.17: `ip AS column` names the column with the ranges.
#@ groups net
sort id | cidrlookup networks ip AS other OUTPUT zone as z | display id, z
