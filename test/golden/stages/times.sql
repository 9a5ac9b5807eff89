WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, (CAST("@timestamp" AS DOUBLE) - $p3) AS c1, strftime(timezone($p5, timezone('UTC', make_timestamp_ms("@timestamp"))), $p4) AS c2, list_transform([TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)], lambda v0: CASE WHEN abs(v0) <= 8640000000000000 THEN CAST(floor(v0) AS BIGINT) END)[1] AS c3 FROM source
WHERE "@timestamp" > (($p6 * $p7) - $p8)
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, "@ptr" AS o4
FROM s1
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1764547200000
-- $p4 = "%H:%M"
-- $p5 = "Europe/Berlin"
-- $p6 = 1782777600
-- $p7 = 1000
-- $p8 = 3600000
