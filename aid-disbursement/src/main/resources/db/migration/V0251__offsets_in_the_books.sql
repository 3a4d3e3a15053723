-- Money asked back that is kept from another award moves between the programmes' funds. It is posted about the award it is kept from.
alter table ledger_transaction drop constraint ledger_transaction_kind_check;
alter table ledger_transaction add constraint ledger_transaction_kind_check check (kind in ('APPROPRIATION', 'COMMITMENT',
  'FREEZE', 'SETTLEMENT', 'RETURN', 'REISSUE', 'WRITE_BACK', 'CARRY_OVER', 'TREASURY_RETURN', 'DONATION', 'REPAYMENT', 'OFFSET',
  'REVERSAL'));
