lookup teams user OUTPUT team
| lookup owners user
| cidrlookup networks OUTPUT zone