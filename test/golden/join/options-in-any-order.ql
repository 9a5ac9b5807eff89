# §3.18: options in any order and any letter case.
JOIN right=b LEFT=a Type=Left WHERE a.user = b.user (SOURCE 'web') | filter a.id in ["a1", "a2"] | display a.id, b.id
