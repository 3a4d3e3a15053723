-- A benefit kept to the end of the stage needs to know in which stage it was held. Null, as in rows from before, counts as the
-- pupil's present stage.
alter table identification
  add column stage          text,
  add column baseline_stage text,
  add column ruled_stage    text;
comment on column identification.stage is 'stage of the pupil when what is in force took effect or was carried';
comment on column identification.baseline_stage is 'the same of what rulings are measured against';
comment on column identification.ruled_stage is 'stage of the pupil at the last ruling';
