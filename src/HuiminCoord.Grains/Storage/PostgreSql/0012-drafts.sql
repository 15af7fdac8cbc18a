-- What people have typed and not sent yet, what they have done with their messages, and an index by which they find things.
-- Instants are UTC milliseconds: saved_at is real time, campaign_at and done_at are campaign time.

-- owner is what shares the text: unit/jiaoyu, office, or seat/group@login. campaign is '' for administrators.
-- body stands last: lists pass it over.
CREATE TABLE draft (
  campaign    text COLLATE "C" NOT NULL,
  owner       text COLLATE "C" NOT NULL,
  form        text COLLATE "C" NOT NULL,
  version     bigint           NOT NULL,
  saved_at    bigint           NOT NULL,
  saved_by    text             NOT NULL,
  campaign_at bigint           NOT NULL,
  body        text             NOT NULL,
  PRIMARY KEY (campaign, owner, form)
);

-- The highest version given to a draft of an owner, also to those that are gone: no version comes back. Whoever writes a draft
-- takes the next one first and holds the row until the commit, so writers of one owner come one after the other.
CREATE TABLE draft_head (
  campaign text COLLATE "C" NOT NULL,
  owner    text COLLATE "C" NOT NULL,
  head     bigint           NOT NULL,
  PRIMARY KEY (campaign, owner)
);

-- That a recipient is done with a message (办结), and who said so first. Beside inbox_read (已读), which says less.
CREATE TABLE inbox_done (
  campaign  text COLLATE "C" NOT NULL,
  recipient text COLLATE "C" NOT NULL,
  seq       bigint           NOT NULL,
  done_at   bigint           NOT NULL,
  done_by   text             NOT NULL,
  PRIMARY KEY (campaign, recipient, seq)
);

-- A search reads every title of a campaign: here they lie close together. What obligation_due was for, this serves as well.
CREATE INDEX obligation_found ON obligation (campaign, due, title, clause, unit, duty);
DROP INDEX obligation_due;
