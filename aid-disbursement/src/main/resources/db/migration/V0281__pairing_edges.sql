-- The life of pairings, as the database guards it. The same table stands in PairingTransitions; a test holds them equal.
create table pairing_edge (
  from_state text not null,
  to_state   text not null,
  primary key (from_state, to_state)
);
insert into pairing_edge values ('PROPOSED', 'ACTIVE'), ('PROPOSED', 'REFUSED'), ('ACTIVE', 'ENDED');
revoke insert, update, delete, truncate on pairing_edge from ${app_role};

create function check_pairing_change() returns trigger language plpgsql as $$
begin
  if (new.id, new.donor_id, new.student_id, new.school_code, new.school_town, new.from_semester, new.amount_fen)
       is distinct from (old.id, old.donor_id, old.student_id, old.school_code, old.school_town, old.from_semester, old.amount_fen)
     or (new.to_semester, new.proposed_by, new.proposed_by_name, new.proposed_at)
       is distinct from (old.to_semester, old.proposed_by, old.proposed_by_name, old.proposed_at)
     or (old.state <> 'PROPOSED' and (new.decided_by, new.decided_by_name, new.decided_at)
       is distinct from (old.decided_by, old.decided_by_name, old.decided_at))
     or new.revision <> old.revision + 1 then
    raise exception 'a pairing is never rewritten' using errcode = 'restrict_violation';
  end if;
  if not exists (select from pairing_edge where (from_state, to_state) = (old.state, new.state)) then
    raise exception 'a pairing does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger pairing_stays before update on pairing for each row execute function check_pairing_change();

create function check_pairing_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'PROPOSED' or new.revision <> 1 then
    raise exception 'a pairing begins as a proposal' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger pairing_begins before insert on pairing for each row execute function check_pairing_begins();
create trigger pairing_kept before delete or truncate on pairing for each statement execute function refuse_change();
