-- Ways to people who are not signed in, under their inboxes. Times are UTC milliseconds of real time, but read_at is campaign time.

-- One row per seat and kind. target is a mail address or a URL; a robot's URL and secret are keys of that robot: they are read only
-- to send. cursor is the last inbox sequence that was handed over or given up; 0 in not_before and leased_until means now.
CREATE TABLE channel (
  campaign     TEXT    NOT NULL,
  recipient    TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  target       TEXT    NOT NULL,
  template     TEXT    NULL,
  secret       TEXT    NULL,
  holder       TEXT    NULL,
  cursor       INTEGER NOT NULL,
  attempts     INTEGER NOT NULL,
  not_before   INTEGER NOT NULL,
  leased_until INTEGER NOT NULL,
  leased_by    TEXT    NULL,
  last_error   TEXT    NULL,
  enabled      INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  set_by       TEXT    NOT NULL,
  tested_at    INTEGER NULL,
  PRIMARY KEY (campaign, recipient, kind)
) WITHOUT ROWID;

-- In this order channels have their turn: whoever was served longest ago comes first.
CREATE INDEX channel_turn ON channel (kind, not_before, campaign, recipient);

-- What became of a message on a channel: outcome is sent or given-up. error is a word of ours.
CREATE TABLE delivery (
  campaign    TEXT    NOT NULL,
  recipient   TEXT    NOT NULL,
  seq         INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  delivery_id TEXT    NOT NULL,
  outcome     TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  attempts    INTEGER NOT NULL,
  error       TEXT    NULL,
  PRIMARY KEY (campaign, recipient, seq, kind)
) WITHOUT ROWID;

-- That a recipient has read a message, and who said so first.
CREATE TABLE inbox_read (
  campaign  TEXT    NOT NULL,
  recipient TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  read_at   INTEGER NOT NULL,
  read_by   TEXT    NOT NULL,
  PRIMARY KEY (campaign, recipient, seq)
) WITHOUT ROWID;
