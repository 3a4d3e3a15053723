-- Where each figure of a limit comes from. The document of the row the program came with says April only; the rest is a proposal.
alter table payment_limit add column source text;
alter table payment_limit disable trigger payment_limit_append_only;
update payment_limit set source = case set_by
  when 'system:seed' then
    '春季截止日据学期工作方案；秋季截止日、批准后天数、宽限天数为建议值，待资助中心确认'
    || ' · spring from the plan of the semester; autumn, days after the award and days of grace are proposals to be confirmed by the aid centre'
  else document end;
alter table payment_limit enable trigger payment_limit_append_only;
alter table payment_limit alter column source set not null;
comment on column payment_limit.source is 'where the figures come from; the document, where it says them all';
