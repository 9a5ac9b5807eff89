# Appendix B: -0 is shown as 0, also where the digits of text were kept.
filter id = "float"
| display v * -1 * 0 as a, concat(v * -1 * 0) as b, ceil(-0.5) as c, if(1 = 1, mod(-3, -1), v) as d
