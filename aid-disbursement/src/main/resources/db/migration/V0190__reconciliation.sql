-- Batch, bank, books and the national system side by side. A reconciliation is a picture of one moment and never changes.
create table reconciliation (
  id             uuid        primary key,
  batch_id       uuid        not null references payment_batch,
  batch_revision bigint      not null,
  agrees         boolean     not null,
  figures        jsonb       not null,
  figures_sha256 text        not null,
  page           bytea       not null,
  page_sha256    text        not null,
  by_id          text        not null,
  by_name        text        not null,
  at             timestamptz not null
);
create index reconciliation_batch on reconciliation (batch_id, id);
comment on column reconciliation.figures_sha256 is 'of figures and differences in their written form; it stands on the page';
comment on column reconciliation.page is 'the proof as it was printed (PDF)';

create table reconciliation_difference (
  reconciliation_id uuid    not null references reconciliation deferrable initially deferred,
  number            integer not null check (number > 0),
  side              text    not null check (side in ('AWARD', 'BANK', 'LEDGER', 'PERSON', 'NATIONAL')),
  kind              text    not null,
  key               text    not null,
  line              integer,
  ours_fen          bigint,
  theirs_fen        bigint,
  ours_state        text,
  theirs_state      text,
  primary key (reconciliation_id, number)
);
comment on column reconciliation_difference.key is 'end-to-end id; of the books the day';
comment on column reconciliation_difference.line is 'of the batch, or of the national system''s sheet where the batch has none';
create trigger reconciliation_append_only before update or delete or truncate on reconciliation
  for each statement execute function refuse_change();
create trigger reconciliation_difference_append_only before update or delete or truncate on reconciliation_difference
  for each statement execute function refuse_change();
revoke update, delete, truncate on reconciliation, reconciliation_difference from ${app_role};

-- What a payment sheet of the national system looks like.
create table national_sheet_mapping (
  code       text        not null check (code ~ '^[a-z0-9-]{2,40}$'),
  version    integer     not null check (version > 0),
  name       text        not null,
  columns    jsonb       not null,
  states     jsonb       not null,
  unit       text        not null check (unit in ('YUAN', 'FEN')),
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (code, version)
);
comment on column national_sheet_mapping.columns is 'headers by field: NAME, ACCOUNT, AMOUNT, and STATE where it has one';
comment on column national_sheet_mapping.states is 'SETTLED, RETURNED or PENDING by the word of the sheet';
insert into national_sheet_mapping (code, version, name, columns, states, unit, source, entered_by) values
  ('payments', 1, '全国系统资助发放导出表（示例）',
   '{"NAME": ["姓名", "学生姓名", "收款人"], "ACCOUNT": ["银行卡号", "银行账号", "账号"], "AMOUNT": ["发放金额", "资助金额", "金额"],
     "STATE": ["发放状态", "状态"]}',
   '{"已发放": "SETTLED", "发放成功": "SETTLED", "发放失败": "RETURNED", "退回": "RETURNED", "未发放": "PENDING", "待发放": "PENDING"}',
   'YUAN', '示例，须按当期导出表核对后另存新版本', 'system:migration');
create trigger national_sheet_mapping_append_only before update or delete or truncate on national_sheet_mapping
  for each statement execute function refuse_change();
revoke update, delete, truncate on national_sheet_mapping from ${app_role};

-- A sheet's rows are staged in a temporary table: they are not logged, nobody else sees them and they end with the transaction.
do $$ begin
  execute format('grant temporary on database %I to ${app_role}', current_database());
end $$;
