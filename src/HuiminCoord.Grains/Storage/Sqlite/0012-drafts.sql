-- What people have typed and not sent yet, what they have done with their messages, and an index by which they find things.
-- Instants are UTC milliseconds: saved_at is real time, campaign_at and done_at are campaign time.

-- owner is what shares the text: unit/jiaoyu, office, or seat/group@login. campaign is '' for administrators.
-- body stands last: lists pass it over.
CREATE TABLE draft (
  campaign    TEXT    NOT NULL,
  owner       TEXT    NOT NULL,
  form        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  saved_at    INTEGER NOT NULL,
  saved_by    TEXT    NOT NULL,
  campaign_at INTEGER NOT NULL,
  body        TEXT    NOT NULL,
  PRIMARY KEY (campaign, owner, form)
);

-- The highest version given to a draft of an owner, also to those that are gone: no version comes back. Whoever writes a draft
-- takes the next one first and holds the row until the commit, so writers of one owner come one after the other.
CREATE TABLE draft_head (
  campaign TEXT    NOT NULL,
  owner    TEXT    NOT NULL,
  head     INTEGER NOT NULL,
  PRIMARY KEY (campaign, owner)
) WITHOUT ROWID;

-- That a recipient is done with a message (办结), and who said so first. Beside inbox_read (已读), which says less.
CREATE TABLE inbox_done (
  campaign  TEXT    NOT NULL,
  recipient TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  done_at   INTEGER NOT NULL,
  done_by   TEXT    NOT NULL,
  PRIMARY KEY (campaign, recipient, seq)
) WITHOUT ROWID;

-- A search reads every title of a campaign: here they lie close together. What obligation_due was for, this serves as well.
CREATE INDEX obligation_found ON obligation (campaign, due, title, clause, unit, duty);
DROP INDEX obligation_due;
