# §2.4: an event whose condition is unknown is one of the others.
filter ispresent(status) | relevantfields status where user = "cid" | display @conditionalMedian, @baselineMedian
