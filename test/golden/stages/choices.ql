# if, case and coalesce with conditions of their own.
fields if(status >= 500, "bad", "good") as mark, case(ms < 100, "fast", ms < 1000, "slow") as speed, coalesce(user, region, 1) as some
