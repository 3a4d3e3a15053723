-- An award decided late in a semester, or applied for in August, is paid some days after its decision, where that is later than the
-- semester's day.
alter table award add column decided_at timestamptz;
comment on column award.decided_at is 'of the newest revision; null where told before it was asked for';
alter table payment_limit add column award_days integer not null default 30 check (award_days between 0 and 365);
comment on column payment_limit.award_days is 'days an award has from its decision';
alter table payment_limit alter column award_days drop default;
