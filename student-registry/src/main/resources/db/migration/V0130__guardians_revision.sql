-- Counts each time somebody ceases to be a guardian as he was told of: gone, or under another name or standing. Who holds a pupil's
-- account asks again then; nobody else learns who the guardian was. A guardian who comes in addition changes nothing for the others.
alter table student add column guardians_revision integer not null default 1;
comment on column student.guardians_revision is 'only ever raised; a guardian without identity number can hold no account and is not counted';

create function student_guardians() returns trigger language plpgsql as $$
begin
  new.guardians_revision := old.guardians_revision;
  if exists (
    select from (values (old.guardian_identity_index, old.guardian_name, old.guardian_legal),
                        (old.second_guardian_identity_index, old.second_guardian_name, old.second_guardian_legal)) as o (person, name, legal)
    where o.person is not null and not exists (
      select from (values (new.guardian_identity_index, new.guardian_name, new.guardian_legal),
                          (new.second_guardian_identity_index, new.second_guardian_name, new.second_guardian_legal)) as n (person, name, legal)
      where (n.person, n.name, n.legal) is not distinct from (o.person, o.name, o.legal))) then
    new.guardians_revision := old.guardians_revision + 1;
  end if;
  return new;
end $$;
create trigger student_guardians before update on student for each row
  when ((old.guardian_identity_index, old.guardian_name, old.guardian_legal, old.second_guardian_identity_index,
         old.second_guardian_name, old.second_guardian_legal, old.guardians_revision)
        is distinct from
        (new.guardian_identity_index, new.guardian_name, new.guardian_legal, new.second_guardian_identity_index,
         new.second_guardian_name, new.second_guardian_legal, new.guardians_revision))
  execute function student_guardians();
