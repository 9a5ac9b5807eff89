stats count(*) as a0 by user
| stats max(a0) as a1
| stats max(a1) as a2
| stats max(a2) as a3
| stats max(a3) as a4
| stats max(a4) as a5
| stats max(a5) as a6
| stats max(a6) as a7
| stats max(a7) as a8
| stats max(a8) as a9
| stats max(a9) as a10