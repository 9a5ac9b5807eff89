# §3.17, §3.16: OUTPUTNEW fills only what is absent; an empty text is a value.
#@ groups net
sort id | filter id in ["p1", "p2", "p4", "p5"] | cidrlookup networks ip OUTPUTNEW zone | display id, zone
