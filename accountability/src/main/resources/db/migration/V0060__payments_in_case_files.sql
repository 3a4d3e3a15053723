-- Payments that arrived or came back belong to a pupil's trace.
alter table case_entry drop constraint case_entry_source_check;
alter table case_entry add constraint case_entry_source_check
  check (source in ('ELIGIBILITY', 'NOTICE', 'AWARD', 'PAYMENT', 'ASSIGNMENT', 'FINDING'));
