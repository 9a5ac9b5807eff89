# §3.17, Inferred: without `as` the ranges are in the first column.
#@ groups net
sort id | cidrlookup networks ip OUTPUT zone as z | display id, z
