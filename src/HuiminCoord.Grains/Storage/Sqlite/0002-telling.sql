-- What the relay writes: who has been told what. Times are UTC milliseconds.

-- How far each actor's events have been told; the next one is seq + 1.
CREATE TABLE relay_cursor (
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  campaign   TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
) WITHOUT ROWID;

-- An event that a register could not take in. Its actor's later events wait; all other actors go on. Times are real.
CREATE TABLE relay_failure (
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  campaign   TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  attempts   INTEGER NOT NULL,
  error      TEXT    NOT NULL,
  first_at   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
) WITHOUT ROWID;

-- An actor that failed to wake: it is left alone until not_before (campaign time) and shown to the operator.
CREATE TABLE wake_failure (
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  campaign   TEXT    NOT NULL,
  shard      INTEGER NOT NULL,
  attempts   INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  error      TEXT    NOT NULL,
  first_at   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
) WITHOUT ROWID;

-- Everything that ever happened, once, with who did it.
CREATE TABLE audit (
  campaign   TEXT    NOT NULL,
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  actor      TEXT    NULL,
  event_type TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  PRIMARY KEY (grain_type, grain_key, seq)
);

CREATE INDEX audit_time ON audit (campaign, at, grain_type, grain_key, seq);

-- The highest sequence given to a recipient; the relay of the campaign's shard is its only writer.
CREATE TABLE inbox_head (
  campaign  TEXT    NOT NULL,
  recipient TEXT    NOT NULL,
  head      INTEGER NOT NULL,
  PRIMARY KEY (campaign, recipient)
) WITHOUT ROWID;

-- The truth about what a recipient was told; a push is only a hint. seq has no gaps per recipient.
CREATE TABLE inbox (
  campaign   TEXT    NOT NULL,
  recipient  TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  slot       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  data       TEXT    NULL,
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  grain_seq  INTEGER NOT NULL,
  PRIMARY KEY (campaign, recipient, seq),
  UNIQUE (campaign, recipient, slot)
);

-- One row per (obligation, rung, recipient): what became of a planned reminder.
CREATE TABLE step (
  campaign      TEXT    NOT NULL,
  unit          TEXT    NOT NULL,
  obligation    TEXT    NOT NULL,
  rung          TEXT    NOT NULL,
  recipient     TEXT    NOT NULL,
  planned_at    INTEGER NOT NULL,
  fired_at      INTEGER NOT NULL,
  outcome       TEXT    NOT NULL,
  inbox_slot    TEXT    NULL,
  superseded_by TEXT    NULL,
  reason        TEXT    NULL,
  grain_type    TEXT    NOT NULL,
  grain_key     TEXT    NOT NULL,
  grain_seq     INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit, obligation, rung, recipient)
) WITHOUT ROWID;
