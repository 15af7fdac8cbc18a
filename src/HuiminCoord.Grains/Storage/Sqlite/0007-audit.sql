-- The audit cannot be altered unseen: rows are numbered per campaign and sealed into a hash chain. Grains/Auditing/README.md is the
-- specification. Instants are UTC milliseconds. STRICT: a number that was replaced by a text would else be read as if it were still one.

-- position counts the rows of a campaign without gaps, in the order in which they were told. A new table, because SQLite adds no
-- column without a default.
CREATE TABLE audit_numbered (
  campaign   TEXT    NOT NULL,
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  actor      TEXT    NULL,
  event_type TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  PRIMARY KEY (grain_type, grain_key, seq)
) STRICT;

INSERT INTO audit_numbered (campaign, grain_type, grain_key, seq, at, actor, event_type, body, position)
SELECT campaign, grain_type, grain_key, seq, at, actor, event_type, body,
       row_number() OVER (PARTITION BY campaign ORDER BY at, grain_type, grain_key, seq)
FROM audit ORDER BY campaign, at, grain_type, grain_key, seq;

DROP TABLE audit;
ALTER TABLE audit_numbered RENAME TO audit;
CREATE INDEX audit_time ON audit (campaign, at, grain_type, grain_key, seq);
CREATE UNIQUE INDEX audit_position ON audit (campaign, position);

-- The last position given in a campaign. Whoever writes rows advances it in the same transaction.
CREATE TABLE audit_head (
  campaign TEXT    NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO audit_head (campaign, position) SELECT campaign, count(*) FROM audit GROUP BY campaign;

-- row_hash is of the row's canonical bytes, chain of the chain before, the position and row_hash.
CREATE TABLE audit_seal (
  campaign TEXT    NOT NULL,
  position INTEGER NOT NULL,
  row_hash BLOB    NOT NULL,
  chain    BLOB    NOT NULL,
  PRIMARY KEY (campaign, position)
) STRICT, WITHOUT ROWID;

-- How far a campaign is sealed, and its last checkpoint: number 0 = there is none yet.
CREATE TABLE audit_seal_head (
  campaign          TEXT    NOT NULL PRIMARY KEY,
  position          INTEGER NOT NULL,
  chain             BLOB    NOT NULL,
  checkpoint        INTEGER NOT NULL,
  checkpoint_at     INTEGER NOT NULL,
  checkpoint_sealed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Signed statements that the chain had this value at this position. number has no gaps per campaign; at is real time.
CREATE TABLE audit_checkpoint (
  campaign  TEXT    NOT NULL,
  number    INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  chain     BLOB    NOT NULL,
  at        INTEGER NOT NULL,
  key       TEXT    NOT NULL,
  signature BLOB    NOT NULL,
  PRIMARY KEY (campaign, number)
) STRICT, WITHOUT ROWID;
