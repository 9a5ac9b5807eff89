# §6: ten are fine.
filter id = "c3" | stats sum(n) as a | stats max(a) as b | stats max(b) as c | stats max(c) as d | stats max(d) as e | stats max(e) as f | stats max(f) as g | stats max(g) as h | stats max(h) as i | stats max(i) as j
