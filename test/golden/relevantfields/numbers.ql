# §3.27, Inferred: numbers by the largest distance of their distributions; medians are of both sides.
filter ispresent(status) | relevantfields status where ok = 1
