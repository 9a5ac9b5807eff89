# §3.33 rule 3: an alias that no earlier command mentioned as a field shadows it from there on.
fields "fixed" as region
| filter region = "fixed" and id in ["a1", "a3"]
