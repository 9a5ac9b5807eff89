# The same statement a second time, over the window of a day before.
pattern path | diff previousDay | sort @differenceCount desc
