-- A file lists all there is, or what has changed; messages tell of changes by nature.
alter table feed_batch add column mode text not null default 'SNAPSHOT' check (mode in ('SNAPSHOT', 'DELTA'));
update feed_batch set mode = 'DELTA' where kind = 'MESSAGES';
alter table feed_batch add constraint feed_batch_messages_are_changes check (kind <> 'MESSAGES' or mode = 'DELTA');

alter table feed_batch add column sheets text[] not null default '{}';
comment on column feed_batch.sheets is 'of a workbook, in the order they were read; line_no counts on by 2000000 from sheet to sheet';
comment on column feed_row_set.change is 'NEW, CHANGED, SAME, STALE or, in a list of changes, GONE; null for a repeated row';

-- How a provider writes: the headers of columns (vocabulary COLUMN) and the words of codes, each with the days it holds.
-- What the suite is delivered with is filled in by DeliveredWords; the rest is the administrator's.
create table feed_wording (
  source  text   primary key,
  version bigint not null check (version > 0)
);

create table feed_word (
  source     text not null,
  vocabulary text not null,
  meaning    text not null,
  word       text not null check (word <> '' and length(word) <= 200),
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  primary key (source, vocabulary, word, valid_from)
);
comment on column feed_word.word is 'as it is compared: half width, without spaces';
create unique index feed_word_in_force on feed_word (source, vocabulary, word) where valid_to is null;
