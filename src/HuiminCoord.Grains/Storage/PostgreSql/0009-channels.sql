-- Ways to people who are not signed in, under their inboxes. Times are UTC milliseconds of real time, but read_at is campaign time.

-- One row per seat and kind. target is a mail address or a URL; a robot's URL and secret are keys of that robot: they are read only
-- to send. cursor is the last inbox sequence that was handed over or given up; 0 in not_before and leased_until means now.
CREATE TABLE channel (
  campaign     text COLLATE "C" NOT NULL,
  recipient    text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  target       text             NOT NULL,
  template     text             NULL,
  secret       text             NULL,
  holder       text             NULL,
  cursor       bigint           NOT NULL,
  attempts     integer          NOT NULL,
  not_before   bigint           NOT NULL,
  leased_until bigint           NOT NULL,
  leased_by    text COLLATE "C" NULL,
  last_error   text             NULL,
  enabled      boolean          NOT NULL,
  created_at   bigint           NOT NULL,
  set_by       text             NOT NULL,
  tested_at    bigint           NULL,
  PRIMARY KEY (campaign, recipient, kind)
);

-- In this order channels have their turn: whoever was served longest ago comes first.
CREATE INDEX channel_turn ON channel (kind, not_before, campaign, recipient);

-- What became of a message on a channel: outcome is sent or given-up. error is a word of ours.
CREATE TABLE delivery (
  campaign    text COLLATE "C" NOT NULL,
  recipient   text COLLATE "C" NOT NULL,
  seq         bigint           NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  outcome     text             NOT NULL,
  at          bigint           NOT NULL,
  attempts    integer          NOT NULL,
  error       text             NULL,
  PRIMARY KEY (campaign, recipient, seq, kind)
);

-- That a recipient has read a message, and who said so first.
CREATE TABLE inbox_read (
  campaign  text COLLATE "C" NOT NULL,
  recipient text COLLATE "C" NOT NULL,
  seq       bigint           NOT NULL,
  read_at   bigint           NOT NULL,
  read_by   text             NOT NULL,
  PRIMARY KEY (campaign, recipient, seq)
);
