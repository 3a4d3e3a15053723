-- Three more kinds of record whose time ends: messages nobody could read, people out of area, and the trail.
insert into retention_rule (id, kind, valid_from, keep_years, legal_basis, proposal, entered_by)
select uuidv7(), r.kind, '2018-09-01', r.years, r.basis, true, 'system:migration'
from (values
  ('DEAD_LETTER', 1, '建议值：无法读取的消息，查明原因后即无必要（个人信息保护法第十九条，最短必要期限）'),
  ('OUT_OF_AREA', 5, '建议值：县外就读学生的掌握情况、函件和附件，终止后五年（过程材料）'),
  ('TRAIL', 10, '建议值：操作留痕，保存十年；网络安全法第二十一条要求不少于六个月')) as r (kind, years, basis);

alter table out_of_area_student add column anonymised_on date;
alter table out_of_area_student add check (anonymised_on is null or (state = 'ENDED' and num_nulls(identity_index,
  identity_sealed, birth_date, village, guardian_name, guardian_relation, guardian_index) = 7));

do $$
declare guarded text;
begin
  foreach guarded in array array['out_of_area_answer', 'out_of_area_chaser', 'out_of_area_reply', 'reverse_check_answer'] loop
    execute format('drop trigger %I on %I', guarded || '_append_only', guarded);
    execute format('create trigger %I before update or delete or truncate on %I
      for each statement execute function refuse_change_but_erasure()', guarded || '_append_only', guarded);
  end loop;
end $$;

create or replace function erase_words(run uuid, matter text, ids uuid[], moment timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone constant text := '已匿名';
  records bigint := 0;
  more bigint;
begin
  if not exists (select 1 from retention_run r where r.id = run and r.state = 'CONFIRMED') then
    raise exception 'no confirmed run' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.erasure', 'on', true);
  case matter
    when 'APPLICATION' then
      update application_step set note_sealed = null where application_id = any (ids) and note_sealed is not null;
      get diagnostics records = row_count;
    when 'REVIEW_GROUP' then
      update review_group_member set name = gone where group_id = any (ids) and name <> gone;
      get diagnostics records = row_count;
    when 'REGISTER_ENTRY' then
      update reverse_check_answer a set evidence = gone, number_sealed = null, school_name = null,
        why = case when a.why is null then null else gone end
      from match_case c where c.entry_id = any (ids) and a.task_id = c.id and a.evidence <> gone;
      get diagnostics records = row_count;
    when 'OUT_OF_AREA' then
      update out_of_area_answer set said = gone where student_id = any (ids) and said is not null and said <> gone;
      get diagnostics records = row_count;
      update out_of_area_chaser c set reference = gone
      from out_of_area_letter l where l.student_id = any (ids) and c.letter_id = l.id and c.reference <> gone;
      get diagnostics more = row_count;
      records := records + more;
      update out_of_area_reply r set contact_sealed = null, note = null,
        responsible_person = case when r.responsible_person is null then null else gone end
      from out_of_area_letter l
      where l.student_id = any (ids) and r.letter_id = l.id
        and (r.contact_sealed is not null or r.note is not null or r.responsible_person <> gone);
      get diagnostics more = row_count;
      records := records + more;
    when 'PUPIL' then
      update application_step set note_sealed = null
      where note_sealed is not null and application_id in (select a.id from application a where a.student_id = any (ids));
      get diagnostics records = row_count;
      update review set opinion = gone
      where opinion <> gone and identification_id in (select i.id from identification i where i.student_id = any (ids));
      get diagnostics more = row_count;
      records := records + more;
      update hardship_judgement set reason = gone where student_id = any (ids) and reason <> gone;
      get diagnostics more = row_count;
      records := records + more;
      update reverse_check_answer set evidence = gone, number_sealed = null where student_id = any (ids) and evidence <> gone;
      get diagnostics more = row_count;
      records := records + more;
  end case;
  perform set_config('aid.erasure', 'off', true);
  if records > 0 then
    insert into retention_protocol (run_id, kind, rule_id, records, asked_by_name, confirmed_by_name, at)
    select r.id, matter || '_WORDS', i.rule_id, records, r.asked_by_name, r.decided_by_name, moment
    from retention_run r join retention_run_item i on i.run_id = r.id and i.kind = matter
    where r.id = run;
  end if;
  return records;
end $$;

-- The trail is chained row by row, so words cannot be taken out of its middle. Its oldest stretch can go as a whole: a row that is
-- chained itself says up to which seal, and with which hash, so that the chain stays provable from there on.
create function refuse_change_but_cut() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('aid.trail_cut', true) = 'on'
      and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger trail_append_only on trail;
create trigger trail_append_only before update or delete or truncate on trail
  for each statement execute function refuse_change_but_cut();
drop trigger trail_seal_append_only on trail_seal;
create trigger trail_seal_append_only before update or delete or truncate on trail_seal
  for each statement execute function refuse_change_but_cut();

-- A place in the chain as an id, in the same order.
create function trail_place(seq bigint) returns uuid language sql immutable as $$
  select lpad(to_hex(seq), 32, '0')::uuid
$$;

create function cut_trail(run uuid, places uuid[], moment timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  confirmed retention_run;
  last_seal trail_seal;
  removed bigint;
  rows bigint[];
begin
  select * into confirmed from retention_run r where r.id = run and r.state = 'CONFIRMED';
  if confirmed.id is null then
    raise exception 'no confirmed run' using errcode = 'restrict_violation';
  end if;
  select * into last_seal from trail_seal s where trail_place(s.seq) = any (places) order by s.seq desc limit 1;
  select array_agg(s.trail_id) into rows from trail_seal s where s.seq <= last_seal.seq;
  if cardinality(rows) <> cardinality(places) or last_seal.seq = (select max(seq) from trail_seal) then
    raise exception 'not the oldest stretch of the trail' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.trail_cut', 'on', true);
  delete from trail_seal where seq <= last_seal.seq;
  delete from trail where id = any (rows);
  get diagnostics removed = row_count;
  perform set_config('aid.trail_cut', 'off', true);
  insert into trail (at, actor, actor_name, org, action, subject, subject_id, detail)
  values (moment, 'system:retention', '系统', 'bureau', 'trail.cut', 'retention-run', run::text,
    jsonb_build_object('seq', last_seal.seq, 'hash', encode(last_seal.hash, 'hex'), 'records', removed));
  return removed;
end $$;
revoke all on function cut_trail from public;
grant execute on function cut_trail to ${app_role};
