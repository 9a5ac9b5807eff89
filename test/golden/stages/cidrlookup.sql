WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ip" AS "ip", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT * FROM source
),
l2 AS NOT MATERIALIZED (
WITH ranges AS MATERIALIZED (
SELECT *, list_transform([{'a0': list_transform([split_part("c1", '/', 1)], lambda v0: CASE WHEN contains(v0, ':') THEN ('6' || CAST(CAST(unhex(list_transform([replace(replace(regexp_replace(regexp_replace(regexp_extract(lower(CASE WHEN regexp_full_match(v0, '.*:(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}') THEN regexp_extract(v0, '^.*:') || format('{:02x}{:02x}:{:02x}{:02x}', TRY_CAST(split_part(split_part(v0, ':', -1), '.', 1) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 2) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 3) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 4) AS INTEGER)) ELSE v0 END), '^([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?(::([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?)?$'), '[0-9a-f]{1,4}', '000\0', 'g'), '0{0,3}([0-9a-f]{4})', '\1', 'g'), '::', 'z'), ':', '')], lambda v0: CASE WHEN contains(v0, 'z') AND length(v0) <= 29 THEN replace(v0, 'z', repeat('0', 33 - length(v0))) WHEN length(v0) = 32 THEN v0 END)[1]) AS BIT) AS VARCHAR)) ELSE CASE WHEN regexp_full_match(v0, '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}') THEN '4' || CAST(CAST(unhex(format('{:02x}{:02x}{:02x}{:02x}', TRY_CAST(split_part(split_part(v0, ':', -1), '.', 1) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 2) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 3) AS INTEGER), TRY_CAST(split_part(split_part(v0, ':', -1), '.', 4) AS INTEGER))) AS BIT) AS VARCHAR) END END)[1], 'a1': regexp_extract("c1", '/.*$'), 'a2': TRY_CAST(regexp_extract("c1", '^[^/]*/(0|[1-9][0-9]{0,2})$', 1) AS INTEGER)}], lambda v0: CASE WHEN v0.a1 = '' THEN v0.a0 WHEN v0.a2 < length(v0.a0) THEN substring(v0.a0, 1, v0.a2 + 1) END)[1] AS bits FROM "lookup_networks"
)
SELECT entry.*, address FROM (SELECT address, substring(bits, 1, size) AS prefix FROM (SELECT address, bits, substring(bits, 1, 1) AS family FROM (SELECT address, CASE WHEN contains(address, ':') THEN ('6' || CAST(CAST(unhex(list_transform([replace(replace(regexp_replace(regexp_replace(regexp_extract(lower(CASE WHEN regexp_full_match(address, '.*:(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}') THEN regexp_extract(address, '^.*:') || format('{:02x}{:02x}:{:02x}{:02x}', TRY_CAST(split_part(split_part(address, ':', -1), '.', 1) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 2) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 3) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 4) AS INTEGER)) ELSE address END), '^([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?(::([0-9a-f]{1,4}(:[0-9a-f]{1,4})*)?)?$'), '[0-9a-f]{1,4}', '000\0', 'g'), '0{0,3}([0-9a-f]{4})', '\1', 'g'), '::', 'z'), ':', '')], lambda v0: CASE WHEN contains(v0, 'z') AND length(v0) <= 29 THEN replace(v0, 'z', repeat('0', 33 - length(v0))) WHEN length(v0) = 32 THEN v0 END)[1]) AS BIT) AS VARCHAR)) ELSE CASE WHEN regexp_full_match(address, '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}') THEN '4' || CAST(CAST(unhex(format('{:02x}{:02x}{:02x}{:02x}', TRY_CAST(split_part(split_part(address, ':', -1), '.', 1) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 2) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 3) AS INTEGER), TRY_CAST(split_part(split_part(address, ':', -1), '.', 4) AS INTEGER))) AS BIT) AS VARCHAR) END END AS bits FROM (SELECT DISTINCT s1."ip" AS address FROM s1) AS present) AS known) AS addresses JOIN (SELECT DISTINCT substring(bits, 1, 1) AS family, length(bits) AS size FROM ranges) AS lengths USING (family)) AS wanted JOIN ranges AS entry ON entry.bits = wanted.prefix QUALIFY row_number() OVER (PARTITION BY address ORDER BY length(entry.bits) DESC, entry."row") = 1
),
s3 AS NOT MATERIALIZED (
SELECT s1.*, l2."c2" AS c1 FROM s1 LEFT JOIN l2 ON s1."ip" = l2.address
),
s4 AS NOT MATERIALIZED (
SELECT c1 AS c2, count(*) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM s3
GROUP BY c1
)
SELECT c2 AS o1, c3 AS o2, sum("@events") OVER () AS matched
FROM s4
ORDER BY "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
