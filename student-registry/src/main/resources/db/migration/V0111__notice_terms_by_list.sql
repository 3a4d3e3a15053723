-- Programmes have notice periods of their own: those of a stage's programmes go before what is said for all lists of a kind. Of a
-- list with pupils of several stages the longest period holds.
alter table notice_term add column stage text not null default 'ANY'
  check (stage in ('ANY', 'PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_HIGH', 'SECONDARY_VOCATIONAL', 'SPECIAL'));
alter table notice_term drop constraint notice_term_pkey;
alter table notice_term add primary key (matter, stage, valid_from);
alter table notice_term add check (stage = 'ANY' or matter like 'PERIOD%');
comment on column notice_term.stage is 'whose programmes ask for the period; ANY: of all lists of the kind';
