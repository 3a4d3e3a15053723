-- What was told last of a receipt to whoever follows the events (A09). Of a receipt whose fee no award ever waived nothing is told.
create table fee_receipt_told (
  receipt_id uuid   primary key references fee_receipt,
  revision   bigint not null check (revision > 0),
  left_fen   bigint not null check (left_fen >= 0),
  waived_by  uuid[] not null
);
comment on column fee_receipt_told.waived_by is 'the awards that waive its fee, in the order of their ids';
revoke delete, truncate on fee_receipt_told from ${app_role};
