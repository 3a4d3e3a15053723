-- What aid-disbursement keeps back from an award because its pupil owes is not short (A08).
alter table award add column set_off_fen bigint not null default 0 check (set_off_fen >= 0);
comment on column award.set_off_fen is 'kept back because the pupil owes; counts as arrived. 0 where told before it was asked for';
