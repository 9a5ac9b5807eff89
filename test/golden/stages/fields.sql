WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, (TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) / CASE WHEN $p3 <> 0 THEN $p3 END) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, (c1 * $p4) AS c2 FROM s1
WHERE c1 > $p5
)
SELECT "@timestamp" AS o1, "user" AS o2, c1 AS o3, c2 AS o4, "@ptr" AS o5
FROM s2
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1000
-- $p4 = 2
-- $p5 = 0.1
