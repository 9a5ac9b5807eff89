# §3.17, §3.16: OUTPUT overwrites a field of the event.
#@ groups net
sort id | filter ispresent(zone) or id = "p5" | cidrlookup networks ip OUTPUT zone | display id, zone
