-- The page of a notice on the web, and the proof that it was taken down. Lists of registered poor pupils can have none.
alter table public_notice add constraint public_notice_id_kind unique (id, kind);

create table notice_page (
  notice_id          uuid        primary key,
  kind               text        not null default 'GENERAL' check (kind = 'GENERAL'),
  token              text        not null unique check (length(token) >= 22),
  last_day           date        not null,
  put_up_by          text        not null,
  put_up_by_name     text        not null,
  put_up_at          timestamptz not null,
  taken_down_by      text,
  taken_down_by_name text,
  taken_down_at      timestamptz,
  reason             text,
  foreign key (notice_id, kind) references public_notice (id, kind),
  check (num_nulls(taken_down_by, taken_down_by_name, taken_down_at, reason) in (0, 4))
);
create index notice_page_up on notice_page (last_day) where taken_down_at is null;

create function refuse_putting_up_again() returns trigger language plpgsql as $$
begin
  raise exception 'what was taken down stays down' using errcode = 'restrict_violation';
end $$;
create trigger notice_page_stays_down before update on notice_page
  for each row when (old.taken_down_at is not null) execute function refuse_putting_up_again();
create trigger notice_page_is_proof before delete or truncate on notice_page
  for each statement execute function refuse_change();
revoke delete, truncate on notice_page from ${app_role};
