# §3.22: a star stands for any characters, also many of them; each part follows the one before.
filter id in ["a1", "a2"] | sort id
| fields region as a_b_a_b_c, user as b_a_c
| filldown a*b*b*c
