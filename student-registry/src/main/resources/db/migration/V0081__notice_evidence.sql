-- Proof that a notice hung where people pass: photos of its first and last day.
create table notice_evidence (
  attachment_id uuid primary key references attachment (id) on delete cascade,
  notice_id     uuid not null references public_notice (id),
  shows         text not null check (shows in ('FIRST_DAY', 'LAST_DAY', 'OTHER')),
  taken_on      date not null,
  place         text not null
);
create index notice_evidence_notice on notice_evidence (notice_id);
