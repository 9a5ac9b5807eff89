# §3.7: afterwards only its own columns exist.
relevantfields path where ok | sort path
