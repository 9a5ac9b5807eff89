# §2.3 rule 6: code points, not UTF-16 units: U+FF5E stands before U+1F680.
filter id = "int"
| display "～" < "🚀" as a, "z" < "é" as b
