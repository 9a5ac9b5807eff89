# §6: at most ten branches.
fields case(v=1,"a", v=2,"b", v=3,"c", v=4,"d", v=5,"e", v=6,"f", v=7,"g", v=8,"h", v=9,"i", v=10,"j", v=11,"k") as x
