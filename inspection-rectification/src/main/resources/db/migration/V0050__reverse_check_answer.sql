-- What the town found out about a person without a pupil record.
alter table reverse_check
  add column answer text check (answer in ('OUT_OF_AREA', 'OUT_OF_SCHOOL', 'WRONG_NUMBER', 'OVER_AGE', 'NOT_SCHOOL_AGE',
    'MOVED', 'DECEASED', 'NOT_FOUND'));
