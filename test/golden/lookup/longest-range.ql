# §3.17: the narrowest range of the address's family that holds it; of equal ones the first; broken ranges hold nothing.
#@ groups net
cidrlookup networks ip OUTPUT zone as where
| sort id
| display id, where
