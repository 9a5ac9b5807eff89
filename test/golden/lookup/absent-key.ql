# §2.3: an event without the key matches nothing, not even a row without it.
filter id = "a5" | lookup teams user OUTPUT team | display id, team
