-- A trace goes over the rows: each carries the W3C traceparent of what wrote it, null when nobody traced.
-- kept_at and told_at are real time by the database's clock, for measuring; what happens never depends on them.
ALTER TABLE outbox ADD COLUMN trace TEXT NULL;
ALTER TABLE outbox ADD COLUMN kept_at INTEGER NULL;
ALTER TABLE inbox ADD COLUMN trace TEXT NULL;
ALTER TABLE inbox ADD COLUMN told_at INTEGER NULL;

DROP TRIGGER grain_state_first;
DROP TRIGGER grain_state_later;

CREATE TRIGGER grain_state_first AFTER INSERT ON grain_state WHEN new.payload IS NOT NULL
BEGIN
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body, trace, kept_at)
  SELECT json_extract(d.doc, '$.shard'), json_extract(d.doc, '$.at'), new.grain_type, new.grain_key,
         json_extract(d.doc, '$.seq') - json_array_length(d.doc, '$.events') + 1 + e.key,
         CASE WHEN instr(new.grain_key, '/') > 0 THEN substr(new.grain_key, 1, instr(new.grain_key, '/') - 1) ELSE new.grain_key END,
         json_extract(d.doc, '$.by'), json_extract(e.value, '$."$type"'), e.value, json_extract(d.doc, '$.trace'), new.modified_at
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d, json_each(d.doc, '$.events') AS e;

  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT new.grain_type, new.grain_key, json_extract(d.doc, '$.command.key'), json_extract(d.doc, '$.command.bodyHash'),
         json_extract(d.doc, '$.command.answer'), CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d
  WHERE json_extract(d.doc, '$.command.key') IS NOT NULL;
END;

CREATE TRIGGER grain_state_later AFTER UPDATE OF payload ON grain_state WHEN new.payload IS NOT NULL
BEGIN
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body, trace, kept_at)
  SELECT json_extract(d.doc, '$.shard'), json_extract(d.doc, '$.at'), new.grain_type, new.grain_key,
         json_extract(d.doc, '$.seq') - json_array_length(d.doc, '$.events') + 1 + e.key,
         CASE WHEN instr(new.grain_key, '/') > 0 THEN substr(new.grain_key, 1, instr(new.grain_key, '/') - 1) ELSE new.grain_key END,
         json_extract(d.doc, '$.by'), json_extract(e.value, '$."$type"'), e.value, json_extract(d.doc, '$.trace'), new.modified_at
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d, json_each(d.doc, '$.events') AS e;

  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT new.grain_type, new.grain_key, json_extract(d.doc, '$.command.key'), json_extract(d.doc, '$.command.bodyHash'),
         json_extract(d.doc, '$.command.answer'), CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d
  WHERE json_extract(d.doc, '$.command.key') IS NOT NULL;
END;
