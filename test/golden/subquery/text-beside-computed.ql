# §2.3: what arithmetic made is no text that is no number.
fields id, v + 0 as w | filter w in (fields "ok" as b) or v in (filter id = "word" | fields v + 0 as c) | display id
