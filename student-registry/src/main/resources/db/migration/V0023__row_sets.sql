-- What became of the rows of a file, for all rows of which only that is to be said: hundreds of thousands of lines in a handful
-- of sets. feed_row keeps refused rows, and the rows of messages one by one.
create table feed_row_set (
  batch_id uuid      not null references feed_batch (id),
  outcome  text      not null check (outcome in ('ACCEPTED', 'DUPLICATE')),
  match    text,
  change   text,
  lines    integer[] not null check (cardinality(lines) > 0)
);
create unique index feed_row_set_of_batch on feed_row_set (batch_id, outcome, match, change) nulls not distinct;
comment on column feed_row_set.change is 'NEW, CHANGED, SAME or STALE; null for a repeated row';
