-- The stage a person of a register is expected in on a day; null outside school age.
create function expected_stage(of_source text, born date, day date) returns text language sql stable as $$
  select a.stage from school_age_on(day) a where a.source = of_source and born between a.born_from and a.born_to limit 1
$$;
