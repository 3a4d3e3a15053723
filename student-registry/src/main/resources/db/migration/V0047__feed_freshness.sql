-- How old the newest data of a source may be while rulings lean on it (A18, S69). Each county sets its own days; a row holds
-- from its first day until the next row of the source.
create table feed_age_limit (
  source      text        not null,
  first_day   date        not null,
  days        integer     not null check (days between 1 and 3650),
  on_opening  text        not null check (on_opening in ('WARN', 'REFUSE')),
  set_by      text        not null,
  set_by_name text        not null,
  set_at      timestamptz not null default now(),
  primary key (source, first_day)
);
comment on column feed_age_limit.on_opening is 'what the opening of a semester does about data older than that';
-- Proposed: asked for at each semester start, better monthly.
insert into feed_age_limit (source, first_day, days, on_opening, set_by, set_by_name)
select s, '2018-01-01', d, 'WARN', 'system:proposed', '系统' from (values
  ('civil-affairs-dibao', 31), ('civil-affairs-tekun', 31), ('civil-affairs-orphan', 31),
  ('poverty-office-registered', 183), ('disabled-federation', 183)) v (s, d);

-- What the other services were last told of a source; a source never delivered is not stale, nothing leans on it.
create table feed_freshness (
  source       text    primary key,
  id           uuid    not null default uuidv7() unique,
  revision     bigint  not null,
  stale        boolean not null,
  newest_as_of date,
  limit_days   integer not null,
  since        date    not null
);
