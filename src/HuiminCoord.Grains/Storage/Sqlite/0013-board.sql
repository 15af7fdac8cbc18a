-- What is open, and one duty over all units, are asked for by every page of the office: without a walk over what is over and done with.
CREATE INDEX obligation_stage ON obligation (campaign, stage);
CREATE INDEX obligation_duty ON obligation (campaign, duty);
