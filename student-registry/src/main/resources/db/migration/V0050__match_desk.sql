-- The matching desk: decisions with a reason code, a second person where money follows, every step kept.
create table decision_reason (
  code     text    primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  act      text    not null check (act in ('CONFIRMED', 'REJECTED', 'UNDONE')),
  label_zh text    not null,
  label_en text    not null,
  active   boolean not null default true
);
comment on table decision_reason is 'an administrator adds codes and retires them; decisions keep the codes they were made with';

insert into decision_reason (code, act, label_zh, label_en) values
  ('HOUSEHOLD_BOOK_SEEN',  'CONFIRMED', '已核对户口簿', 'Household book seen'),
  ('ID_CARD_SEEN',         'CONFIRMED', '已核对居民身份证', 'Identity card seen'),
  ('VARIANT_CHARACTER',    'CONFIRMED', '姓名仅为异体字、生僻字等写法不同', 'The names differ in the way a character is written only'),
  ('RENAMED',              'CONFIRMED', '有更名或曾用名证明', 'Proof of a change of name'),
  ('TYPING_ERROR',         'CONFIRMED', '一方登记笔误，已核实', 'A typing error on one side, verified'),
  ('VILLAGE_PROOF',        'CONFIRMED', '有村（居）委会证明', 'Proof by the village committee'),
  ('ANOTHER_PERSON',       'REJECTED',  '不是同一人', 'Another person'),
  ('NOT_OF_HOUSEHOLD',     'REJECTED',  '不是该户家庭成员', 'Not a member of this household'),
  ('NO_PROOF',             'REJECTED',  '未能提供证明', 'No proof was brought'),
  ('DECIDED_WRONGLY',      'UNDONE',    '原判断有误', 'Decided wrongly'),
  ('NEW_PROOF',            'UNDONE',    '有新的证明材料', 'New proof came up');

alter table match_case
  drop constraint match_case_kind_check,
  drop constraint match_case_state_check,
  add constraint match_case_kind_check check (kind in
    ('NAME_CONFLICT', 'HOUSEHOLD_HEAD_ONLY', 'CHILD_ROW_REFUSED', 'NO_PUPIL', 'CANDIDATE', 'CANDIDATE_ROW_REFUSED',
     'WRONG_NUMBER')),
  add constraint match_case_state_check check (state in ('OPEN', 'PROPOSED', 'CONFIRMED', 'REJECTED', 'CLOSED')),
  add column verdict text check (verdict in ('CONFIRMED', 'REJECTED')),
  add column reason_code text references decision_reason (code),
  add column proposed_by text,
  add column proposed_at timestamptz,
  add constraint match_case_proposal check (state <> 'PROPOSED' or (verdict is not null and proposed_by is not null)),
  add constraint match_case_four_eyes
    check (state not in ('CONFIRMED', 'REJECTED') or proposed_by is null or proposed_by <> decided_by);
comment on column match_case.proposed_by is 'who decided first where a second person had to agree';
create index match_case_proposed on match_case (id) where state = 'PROPOSED';

create table match_decision (
  id            uuid        primary key,
  case_id       uuid        not null references match_case (id),
  occasion      text        not null check (occasion in
                  ('PROPOSED', 'CONFIRMED', 'REJECTED', 'AGREED', 'RETURNED', 'WITHDRAWN', 'UNDONE')),
  verdict       text        check (verdict in ('CONFIRMED', 'REJECTED')),
  reason_code   text        references decision_reason (code),
  reason        text        not null,
  money         text,
  acted_by      text        not null,
  acted_by_name text        not null,
  acted_at      timestamptz not null
);
comment on column match_decision.money is 'why a second person was needed, or why not';
create index match_decision_case on match_decision (case_id, id);
create trigger match_decision_append_only before update or delete or truncate on match_decision
  for each statement execute function refuse_change();
revoke update, delete, truncate on match_decision from ${app_role};
