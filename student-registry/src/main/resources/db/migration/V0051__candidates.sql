-- What a refused row still tells of its person, so that a pupil can be looked for; the number only sealed or as blind index.
alter table refused_member
  add column name          text,
  add column birth_date    date,
  add column person_index  uuid,
  add column number_sealed bytea;
comment on column refused_member.person_index is 'where the row was refused for something else than its number';

-- Pupils without a number, or with another one, are looked for by name and birth date.
create index student_birth_name on student (birth_date, name);
