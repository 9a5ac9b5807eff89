WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, COALESCE(CAST(TRY((TRY_CAST(regexp_extract("ms", '^[-+]?[0-9]+$') AS HUGEINT) * CAST($p4 AS HUGEINT))) AS VARCHAR), regexp_replace(CAST(CAST((TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) * $p3) AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, CASE WHEN "user" <> '' THEN upper("user") END AS c2 FROM s1
WHERE $p5 < TRY_CAST(regexp_extract(c1, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
)
SELECT c1 AS o1, c2 AS o2, "@ptr" AS o3
FROM s2
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 2
-- $p4 = 2
-- $p5 = 10
