# §6: ten stats.
stats count(*) as n0 by user | stats max(n0) as n1 | stats max(n1) as n2 | stats max(n2) as n3 | stats max(n3) as n4 | stats max(n4) as n5 | stats max(n5) as n6 | stats max(n6) as n7 | stats max(n7) as n8 | stats max(n8) as n9
