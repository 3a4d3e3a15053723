-- What schools outside the county said they grant people registered here (A12): one row per grant told, replaced as the registry
-- tells anew.
create table out_of_area_pupil (
  out_of_area_student_id uuid   primary key,
  revision               bigint not null,
  student_id             uuid
);
comment on column out_of_area_pupil.student_id is 'the county''s own record of the same person, where there is one';

create table aided_elsewhere (
  out_of_area_student_id uuid    not null references out_of_area_pupil,
  position               integer not null,
  student_id             uuid,
  semester               text    not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  programme              text    not null,
  amount_fen             bigint  not null check (amount_fen > 0),
  primary key (out_of_area_student_id, position)
);
create index aided_elsewhere_student on aided_elsewhere (student_id, semester);
comment on column aided_elsewhere.programme is 'a code or a name, as the school elsewhere writes it';

-- Which programme of ours a wording from elsewhere means, besides our own codes and names.
create table programme_elsewhere (
  said       text        primary key check (said = btrim(said) and said <> ''),
  programme  text        not null references programme,
  entered_by text        not null,
  entered_at timestamptz not null
);
