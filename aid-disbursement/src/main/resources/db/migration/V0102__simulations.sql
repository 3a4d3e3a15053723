-- What a policy set, or rulings that are not made, would cost and change. Nothing here grants anything.
create table simulation (
  id             uuid primary key,
  semester       text not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  decided_for    text not null check (decided_for ~ '^20\d\d-(spring|autumn)$'),
  policy_version text,
  what_if_id     uuid,
  listed         bigint not null check (listed >= 0),
  job_id         uuid not null,
  asked_by       text not null,
  asked_by_name  text not null,
  asked_at       timestamptz not null,
  finished_at    timestamptz,
  before_version text,
  after_version  text,
  looked_at      bigint
);
comment on column simulation.semester is 'whose pupils and rulings are looked at';
comment on column simulation.decided_for is 'the semester whose rates and rules decide';
comment on column simulation.listed is 'pupils handed over with rulings that are not made; 0 = none, a policy set alone is tried';

-- The list handed over; it goes when the answer is there.
create table simulation_situation (
  simulation_id uuid not null references simulation deferrable initially deferred,
  student_id    uuid not null,
  identified    boolean not null,
  level         text,
  categories    text[] not null,
  four_category boolean,
  stage         text not null,
  grade         integer,
  boarding      boolean not null,
  school_code   text not null,
  primary key (simulation_id, student_id)
);

create table simulation_change (
  simulation_id uuid not null references simulation,
  student_id    uuid not null,
  programme     text not null,
  school_code   text not null,
  change        text not null check (change in ('GAINS', 'LOSES', 'RAISED', 'LOWERED')),
  before_fen    bigint,
  after_fen     bigint,
  reason_code   text not null,
  reason_zh     text not null,
  reason_en     text not null,
  legal_basis   text,
  primary key (simulation_id, student_id, programme)
);
comment on column simulation_change.after_fen is 'null = nothing, or a waiver at the school''s own charge';

create table simulation_cost (
  simulation_id uuid not null references simulation,
  dimension     text not null check (dimension in ('PROGRAMME', 'SCHOOL', 'PAYER', 'FUND_SOURCE')),
  key           text not null,
  before_awards bigint not null,
  before_fen    bigint not null,
  after_awards  bigint not null,
  after_fen     bigint not null,
  primary key (simulation_id, dimension, key)
);
