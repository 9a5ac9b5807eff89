# §2.2, §8 Q16: JSON null, {} and [] make no field.
filter id in ["n1", "n2"]
| fields id, ispresent(tags) as t, ispresent(extra) as x, ispresent(detail.lastStatus) as s
