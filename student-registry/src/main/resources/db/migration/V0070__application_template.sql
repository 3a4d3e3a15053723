-- The application procedure as data: which answers are asked, who signs, who sits in the review group, what the decision aid
-- counts. A version once in force is never edited; a change is a new version from a later day.
create table application_template (
  version        integer     primary key check (version > 0),
  effective_from date        not null unique,
  definition     jsonb       not null,
  set_by         text        not null,
  set_by_name    text        not null,
  set_at         timestamptz not null
);
create trigger application_template_append_only before update or delete or truncate on application_template
  for each statement execute function refuse_change();
revoke update, delete, truncate on application_template from ${app_role};

-- The national form (教财〔2018〕16号 annex) with the additions of later provincial forms. Choices and members are to be
-- confirmed by the aid centre.
insert into application_template (version, effective_from, definition, set_by, set_by_name, set_at) values (1, '2018-10-30', '{
  "advanceNoticeRequired": true,
  "selfSignsFromAge": 16,
  "requiredMembers": ["LEADER", "AID_STAFF", "TEACHER", "PUPIL", "PARENT"],
  "requiredAnswers": ["MEMBERS", "PER_CAPITA_INCOME", "HOUSEHOLD_KIND", "HOUSEHOLD_SIZE", "MAIN_INCOME_SOURCE"],
  "incomeSources": [
    {"code": "FARMING", "zh": "务农", "en": "farming"},
    {"code": "MIGRANT_WORK", "zh": "外出务工", "en": "work away from home"},
    {"code": "WAGES", "zh": "工资", "en": "wages"},
    {"code": "BUSINESS", "zh": "个体经营", "en": "own business"},
    {"code": "PENSION", "zh": "养老金", "en": "pension"},
    {"code": "ALLOWANCE", "zh": "政府救助", "en": "public allowance"},
    {"code": "RELATIVES", "zh": "亲友接济", "en": "help of relatives"},
    {"code": "OTHER", "zh": "其他", "en": "other"}],
  "evidenceKinds": [
    {"code": "HOUSEHOLD_REGISTER", "zh": "户口簿", "en": "household register"},
    {"code": "CERTIFICATE", "zh": "特殊群体证件", "en": "certificate of a special group"},
    {"code": "MEDICAL", "zh": "医疗证明", "en": "medical record"},
    {"code": "DISASTER", "zh": "受灾或意外证明", "en": "proof of disaster or accident"},
    {"code": "OTHER", "zh": "其他", "en": "other"}],
  "extras": [],
  "weights": []
}', 'system:migration', '系统', '2018-10-30T00:00:00+08:00');

-- Families are told before applications open (提前告知): one batch per school and semester, its deliveries as evidence.
create table advance_notice (
  id             uuid        primary key,
  semester       text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  school_code    text        not null references school (code),
  version        bigint      not null check (version > 0),
  opens_on       date        not null,
  closes_on      date,
  issued_by      text        not null,
  issued_by_name text        not null,
  issued_at      timestamptz not null,
  unique (school_code, semester),
  check (closes_on >= opens_on)
);
create index advance_notice_list on advance_notice (semester, id);

create table advance_notice_delivery (
  id           uuid        primary key,
  notice_id    uuid        not null references advance_notice (id),
  means        text        not null check (means in ('LETTER', 'CLASS', 'SMS', 'MEETING', 'PORTAL')),
  delivered_on date        not null,
  reached      integer     not null check (reached > 0),
  receipts     integer     check (receipts between 0 and reached),
  reference    text        not null,
  recorded_by  text        not null,
  recorded_at  timestamptz not null
);
comment on column advance_notice_delivery.receipts is 'reply slips that came back (回执); null where the means has none';
create index advance_notice_delivery_notice on advance_notice_delivery (notice_id, id);
create trigger advance_notice_delivery_append_only before update or delete or truncate on advance_notice_delivery
  for each statement execute function refuse_change();
revoke update, delete, truncate on advance_notice_delivery from ${app_role};
