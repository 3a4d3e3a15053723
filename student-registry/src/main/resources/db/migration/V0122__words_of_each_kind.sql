-- What is taken out of the words of each kind of record is one small function of its own; the guard around it and the protocol are one
-- function for all. A new kind adds erase_words_of_<kind>(ids) and nothing else.
create function erased_word() returns text language sql immutable as $$ select '已匿名' $$;

create function erase_words_of_application(ids uuid[]) returns bigint language sql as $$
  with note as (
    update application_step set note_sealed = null where application_id = any (ids) and note_sealed is not null returning 1)
  select count(*) from note
$$;

create function erase_words_of_review_group(ids uuid[]) returns bigint language sql as $$
  with member as (
    update review_group_member set name = erased_word() where group_id = any (ids) and name <> erased_word() returning 1)
  select count(*) from member
$$;

create function erase_words_of_register_entry(ids uuid[]) returns bigint language sql as $$
  with answer as (
    update reverse_check_answer a set evidence = erased_word(), number_sealed = null, school_name = null,
      why = case when a.why is null then null else erased_word() end
    from match_case c
    where c.entry_id = any (ids) and a.task_id = c.id and a.evidence <> erased_word()
    returning 1)
  select count(*) from answer
$$;

create function erase_words_of_out_of_area(ids uuid[]) returns bigint language sql as $$
  with answer as (
    update out_of_area_answer set said = erased_word()
    where student_id = any (ids) and said is not null and said <> erased_word()
    returning 1),
  chaser as (
    update out_of_area_chaser c set reference = erased_word()
    from out_of_area_letter l
    where l.student_id = any (ids) and c.letter_id = l.id and c.reference <> erased_word()
    returning 1),
  reply as (
    update out_of_area_reply r set contact_sealed = null, note = null,
      responsible_person = case when r.responsible_person is null then null else erased_word() end
    from out_of_area_letter l
    where l.student_id = any (ids) and r.letter_id = l.id
      and (r.contact_sealed is not null or r.note is not null or r.responsible_person <> erased_word())
    returning 1)
  select (select count(*) from answer) + (select count(*) from chaser) + (select count(*) from reply)
$$;

create function erase_words_of_pupil(ids uuid[]) returns bigint language sql as $$
  with opinion as (
    update review set opinion = erased_word()
    where opinion <> erased_word()
      and identification_id in (select i.id from identification i where i.student_id = any (ids))
    returning 1),
  judgement as (
    update hardship_judgement set reason = erased_word() where student_id = any (ids) and reason <> erased_word() returning 1),
  answer as (
    update reverse_check_answer set evidence = erased_word(), number_sealed = null
    where student_id = any (ids) and evidence <> erased_word()
    returning 1)
  select erase_words_of_application((select array_agg(a.id) from application a where a.student_id = any (ids)))
    + (select count(*) from opinion) + (select count(*) from judgement) + (select count(*) from answer)
$$;

create or replace function erase_words(run uuid, matter text, ids uuid[], moment timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  records bigint;
begin
  if not exists (select 1 from retention_run r where r.id = run and r.state = 'CONFIRMED') then
    raise exception 'no confirmed run' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.erasure', 'on', true);
  execute format('select %I($1)', 'erase_words_of_' || lower(matter)) into records using ids;
  perform set_config('aid.erasure', 'off', true);
  if records > 0 then
    insert into retention_protocol (run_id, kind, rule_id, records, asked_by_name, confirmed_by_name, at)
    select r.id, matter || '_WORDS', i.rule_id, records, r.asked_by_name, r.decided_by_name, moment
    from retention_run r join retention_run_item i on i.run_id = r.id and i.kind = matter
    where r.id = run;
  end if;
  return records;
end $$;

revoke all on function erase_words_of_application, erase_words_of_review_group, erase_words_of_register_entry,
  erase_words_of_out_of_area, erase_words_of_pupil from public;
