-- Where a bank's number comes from. Those the program came with are confirmed by nobody yet, and say so.
alter table payment_bank add column source text;
update payment_bank set source = case set_by
  when 'system:seed' then '待核实，须由开户银行确认 · to be confirmed by the bank'
  else '录入时未注明来源 · entered without a source' end;
alter table payment_bank alter column source set not null;
comment on column payment_bank.source is 'who said it: a list of the payment system, a letter of the bank';
