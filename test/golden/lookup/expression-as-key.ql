# §3.16: keys are fields.
lookup teams tolower(user) OUTPUT team
