WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("@message", getvariable('k1')) THEN regexp_extract("@message", getvariable('k1'), ['c1', 'c2', 'c3']) END AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, r1.c1 AS c1, r1.c2 AS c2, r1.c3 AS c3 FROM s1
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, "@ptr" AS o4
FROM s2
WHERE $p3 < TRY_CAST(regexp_extract(c3, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 100
-- k1 = "user=([\\s\\S]*?), method:([\\s\\S]*?), latency := ([\\s\\S]*)\\z"
