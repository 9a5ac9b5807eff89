WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, regexp_extract_all("@message", getvariable('k1'), ['c1', 'c2']) AS m1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, unnest(CASE WHEN len(m1) > 0 THEN m1 ELSE [NULL] END) AS r1, unnest(range(1, greatest(COALESCE(len(m1), 0), 1) + 1)) AS n2 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, r1.c1 AS c1, r1.c2 AS c2 FROM s2
)
SELECT c1 AS o1, c2 AS o2, "@ptr" AS o3
FROM s3
WHERE $p3 < TRY_CAST(regexp_extract(c2, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
ORDER BY "@timestamp" DESC, "@seq", "@group", n2
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1
-- k1 = "(\\w+)=(\\d+)?"
