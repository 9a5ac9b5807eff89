WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, '$')) AS VARCHAR) AS c1, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, [$p3])) AS JSON[]) AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r1[1] AS VARCHAR), 'null') AS m1_0 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, CASE WHEN starts_with(m1_0, '[') THEN json_extract(m1_0, '$[*]') ELSE [m1_0] END AS l2 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, unnest(l2) AS e2, generate_subscripts(l2, 1) AS n4 FROM s3
),
s5 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(e2 AS VARCHAR), 'null') AS c2, json_extract(e2, [$p4]) AS r2 FROM s4
),
s6 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r2[1] AS VARCHAR), 'null') AS m2_0 FROM s5
),
s7 AS NOT MATERIALIZED (
SELECT *, CASE left(m2_0, 1) WHEN '"' THEN json_extract_string(m2_0, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(m2_0, '[.]0$', '') END AS c3 FROM s6
),
s8 AS NOT MATERIALIZED (
SELECT c3 AS c4, count(*) AS c5, min("@seq") AS "@seq", count(*) AS "@events", min({'v0': "@seq", 'v1': "@group", 'v2': n4}) AS n8 FROM s7
GROUP BY c3
)
SELECT c4 AS o1, c5 AS o2
FROM s8
ORDER BY "@seq", n8
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "/detail/containers"
-- $p4 = "/name"
