WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("@message", getvariable('k1')) THEN regexp_extract("@message", getvariable('k1'), ['c1']) END AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, NULLIF(r1.c1, '') AS c1 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, COALESCE(CAST(TRY(json_extract(CASE WHEN regexp_matches(c1, '^\s*\[') THEN c1 END, '$[*]')) AS JSON[]), [to_json(c1)]) AS l2 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, unnest(l2) AS e2, generate_subscripts(l2, 1) AS n4 FROM s3
),
s5 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(e2 AS VARCHAR), 'null') AS c2 FROM s4
)
SELECT c2 AS o1, "@ptr" AS o2
FROM s5
ORDER BY "@timestamp" DESC, "@seq", "@group", n4
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- k1 = "\"resources\":(\\[[^\\]]*\\])"
