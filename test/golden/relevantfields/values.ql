# §3.27, Inferred: values are scored by the Jensen-Shannon divergence in bits: of 3 fine events 2 are at /a, of 3 others 2 at /b, and one each at /c.
filter ispresent(status) | relevantfields path where ok
