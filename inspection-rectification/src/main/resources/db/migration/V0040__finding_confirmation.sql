-- A person above the responsible unit found that the fault is real.
alter table finding add column confirmed_at timestamptz;
alter table finding add column confirmed_by text;
alter table finding add constraint finding_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null));
