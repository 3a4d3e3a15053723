-- What the bank did with payments, and how late money may be before it is a finding (A08).
create table payment (
  line_id     uuid   primary key,
  revision    bigint not null check (revision >= 0),
  student_id  uuid   not null,
  reissue_of  uuid,
  semester    text   not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  programme   text   not null,
  amount_fen  bigint not null check (amount_fen > 0),
  state       text   not null check (state in ('SETTLED', 'RETURNED')),
  day         date   not null,
  reissue_due date,
  check ((state = 'RETURNED') = (reissue_due is not null))
);
create index payment_student on payment (student_id);
comment on column payment.day is 'the day the money arrived, or came back';
comment on column payment.reissue_of is 'the returned line this one was to pay again';

alter table award add column county_cash_fen bigint check (county_cash_fen > 0);
comment on column award.county_cash_fen is 'what the county pays to the card; null for waivers, things, and what others pay';
create index award_county_cash on award (student_id) where county_cash_fen is not null and state = 'APPROVED';

-- The row with the latest first day that has come counts. LOCAL data: an administrator adds rows, the past stays.
create table payment_limit (
  first_day    date    primary key,
  spring_until text    not null check (spring_until ~ '^\d\d-\d\d$'),
  autumn_until text    not null check (autumn_until ~ '^\d\d-\d\d$'),
  grace_days   integer not null check (grace_days between 0 and 365),
  document     text    not null,
  set_by       text    not null,
  set_by_name  text    not null,
  set_at       timestamptz not null
);
comment on column payment_limit.spring_until is 'month and day by which a semester is paid in full';
comment on column payment_limit.grace_days is 'days since due after which it is a finding';
insert into payment_limit values
  ('2000-01-01', '04-30', '11-30', 5, '学期工作方案：四月份完成各学段资助资金落实工作', 'system:seed', '系统', '2000-01-01T00:00:00+08:00');
create trigger payment_limit_append_only before update or delete or truncate on payment_limit
  for each statement execute function refuse_change();
revoke update, delete, truncate on payment_limit from ${app_role};

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('A08', 8, 'PUPIL', '资助资金未足额或未按时到账', 'Short or late payment',
   '学期工作方案：四月份完成各学段资助资金落实工作；资助资金须按时足额发放到学生', 5);
