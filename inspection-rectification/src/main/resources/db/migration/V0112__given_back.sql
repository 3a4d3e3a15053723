-- What was paid and given back is not with the pupil any more: an award granted again on it is short until it is paid again (A08).
alter table award add column given_back_fen bigint not null default 0 check (given_back_fen >= 0);
comment on column award.given_back_fen is 'repaid, or set against another award; 0 where told before it was asked for';
