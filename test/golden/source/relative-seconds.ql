# §3.30: -10195200s is 118 days; 0s is now.
SOURCE web START=-10195200s END=0s | fields id
