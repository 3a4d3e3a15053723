-- A set in force ends only where another that begins in the same semester takes its place.
create function check_policy_set_replaced() returns trigger language plpgsql as $$
begin
  if not exists (select from policy_set where effective_from = new.effective_from and state = 'IN_FORCE') then
    raise exception 'there is no set in force in its place' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger policy_set_replaced after update on policy_set deferrable initially deferred
  for each row when (old.state = 'IN_FORCE' and new.state = 'RETIRED') execute function check_policy_set_replaced();
