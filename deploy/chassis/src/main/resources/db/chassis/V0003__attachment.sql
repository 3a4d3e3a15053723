-- Files people hand in, sealed in parts. What a file belongs to, and who may see it, is known to the feature that takes it.
create table attachment (
  id         uuid        primary key,
  subject    text        not null,
  subject_id text        not null,
  purpose    text        not null,
  name       bytea       not null,
  kind       text        not null check (kind in ('JPEG', 'PNG', 'PDF', 'XLSX', 'DOCX')),
  size       bigint      not null check (size > 0),
  sha256     bytea       not null check (length(sha256) = 32),
  by_id      text        not null,
  by_name    text        not null,
  at         timestamptz not null
);
create index attachment_subject on attachment (subject, subject_id, id);
comment on column attachment.name is 'sealed: people put names and numbers into file names';

create table attachment_part (
  attachment_id uuid    not null references attachment (id) on delete cascade,
  part          integer not null,
  sealed        bytea   not null,
  primary key (attachment_id, part)
);
alter table attachment_part alter column sealed set storage external;

-- Evidence is not exchanged behind anybody's back; it can only expire.
create trigger attachment_unchanged before update on attachment
  for each statement execute function refuse_change();
create trigger attachment_part_unchanged before update on attachment_part
  for each statement execute function refuse_change();
