-- An objection is checked again at the school by another person, answered in writing, and may go on to the aid centre.
alter table objection
  add column due                     date,
  add column minutes                 text,
  add column rechecked_by            text,
  add column rechecked_by_name       text,
  add column rechecked_at            timestamptz,
  add column appeal                  text,
  add column appealed_by             text,
  add column appealed_at             timestamptz,
  add column appeal_due              date,
  add column appeal_answer           text,
  add column appeal_answered_by      text,
  add column appeal_answered_by_name text,
  add column appeal_answered_at      timestamptz;
update objection set due = (raised_at at time zone 'Asia/Shanghai')::date + 7;
alter table objection
  alter column due set default current_date + 7,
  alter column due set not null,
  drop constraint objection_state_check,
  drop constraint objection_check,
  add constraint objection_state_check check (state in
    ('OPEN', 'RECHECKED', 'UPHELD', 'DISMISSED', 'APPEALED', 'APPEAL_UPHELD', 'APPEAL_DISMISSED')),
  add constraint objection_answered check ((state in ('OPEN', 'RECHECKED')) = (answered_at is null)),
  add constraint objection_rechecked check (num_nulls(minutes, rechecked_by, rechecked_by_name, rechecked_at) in (0, 4)),
  add constraint objection_appealed check ((state like 'APPEAL%') = (appealed_at is not null)),
  add constraint objection_appeal_answered
    check ((state in ('APPEAL_UPHELD', 'APPEAL_DISMISSED')) = (appeal_answered_at is not null));
drop index objection_one_open;
create unique index objection_one_open on objection (line_id) where state in ('OPEN', 'RECHECKED', 'APPEALED');
create index objection_due on objection (due) where state in ('OPEN', 'RECHECKED');
create index objection_appeal_due on objection (appeal_due) where state = 'APPEALED';
