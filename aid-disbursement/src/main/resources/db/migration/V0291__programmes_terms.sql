-- By when money of a programme has to have arrived where the semester's day is not meant for it: what is applied for in August, after
-- the semester its pupil leaves in. The row with the newest first day counts that had begun on the day it names.
create table payment_term_of_programme (
  programme  text    not null references programme,
  first_day  date    not null,
  until      text    not null check (until ~ '^\d\d-\d\d$'),
  award_days integer not null check (award_days between 0 and 365),
  document   text    not null,
  set_by     text    not null,
  primary key (programme, first_day)
);
comment on column payment_term_of_programme.until is 'month and day, in the year of the semester the award is of';
comment on column payment_term_of_programme.award_days is 'days an award has from its approval, where that is later';
insert into payment_term_of_programme values
  ('HE-04', '2016-01-01', '08-31', 30, '学期工作方案：八月份开展大学新生入学资助工作；到账期限和批准后的天数为建议值，待资助中心确认', 'system:seed');
create trigger payment_term_of_programme_append_only before update or delete or truncate on payment_term_of_programme
  for each statement execute function refuse_change();
revoke update, delete, truncate on payment_term_of_programme from ${app_role};

-- A day of the year a semester lies in; 29 February is 1 March where there is none.
create function day_in_year_of(semester text, month_and_day text) returns date language sql immutable strict as $$
  select make_date(left(semester, 4)::int, left(month_and_day, 2)::int, 1) + right(month_and_day, 2)::int - 1
$$;

-- The one answer to when an award's money has to be there, and from when on it is late.
create view award_due as
select award_id, day, due, (due + 1)::timestamp at time zone 'Asia/Shanghai' as late_from
from (
  select a.id as award_id,
         case when o.day is not null then o.day when a.application_id is null then t.day end as day,
         case when o.day is not null then greatest(o.day, o.award_days + (
                select (min(h.at) at time zone 'Asia/Shanghai')::date from award_history h
                where h.award_id = a.id and h.event = 'APPROVED'))
              when a.application_id is null then t.day end as due
  from award a
  left join lateral (
    select day_in_year_of(a.semester, x.until) as day, x.award_days from payment_term_of_programme x
    where x.programme = a.programme and x.first_day <= day_in_year_of(a.semester, x.until)
    order by x.first_day desc limit 1) o on true
  left join lateral (
    select day_in_year_of(a.semester, case when a.semester like '%spring' then x.spring_until else x.autumn_until end) as day
    from payment_term x where x.first_day <= semester_first_day(a.semester)
    order by x.first_day desc limit 1) t on true) x;
comment on column award_due.day is 'as the terms say; null where none is said for such an award';
comment on column award_due.due is 'day, or later where the award was approved late and its programme''s term gives it days from then';
