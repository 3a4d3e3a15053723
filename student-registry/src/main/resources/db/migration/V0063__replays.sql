-- What came of making rulings again, under their own rule set or another one. Nothing else is stored by it.
create table replay (
  id               uuid        primary key,
  semester         text        references semester (code),
  ruling_ids       uuid[],
  rule_set         text,
  rule_set_version text,
  job_id           uuid        not null,
  asked_by         text        not null,
  asked_by_name    text        not null,
  asked_at         timestamptz not null,
  made_again       bigint,
  differing        bigint,
  check ((semester is null) <> (ruling_ids is null)),
  check ((rule_set is null) = (rule_set_version is null)),
  check (made_again >= differing)
);
comment on column replay.rule_set is 'null: every ruling under the rule set it was made with';

create table replay_line (
  replay_id         uuid   not null references replay (id),
  ruling_id         uuid   not null references ruling (id),
  student_id        uuid   not null,
  result_before     text   not null,
  level_before      text,
  categories_before text[] not null,
  result_after      text   not null,
  level_after       text,
  categories_after  text[] not null,
  reason            text   not null,
  reason_zh         text   not null,
  reason_en         text   not null,
  legal_basis       text   not null,
  primary key (replay_id, ruling_id)
);
