# Quartiles over all rows, then caps.
fields user, ms | outlier action=transform uselower=true mark=true ms
