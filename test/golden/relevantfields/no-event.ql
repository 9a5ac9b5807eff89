# §3.27: without events there is nothing to rank.
filter user = "nobody" | relevantfields path where ok
