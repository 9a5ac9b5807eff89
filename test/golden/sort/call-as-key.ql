# §3.5, quirk 10: keys are names, not calls.
stats count(*) by bin(1h) | sort bin(1h) desc
