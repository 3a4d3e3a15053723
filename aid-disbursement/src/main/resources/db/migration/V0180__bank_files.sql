-- Files to and from banks. What they look like and what their codes mean is data: each bank has its own, and changes it.
create table bank_layout (
  direction  text        not null check (direction in ('PAYMENT', 'RETURN')),
  code       text        not null check (code ~ '^[a-z0-9.-]{2,40}$'),
  version    integer     not null check (version > 0),
  valid_from date        not null,
  definition jsonb       not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (direction, code, version)
);
comment on table bank_layout is 'of the versions whose day has come the newest is used; pain.001, pain.002 and camt.054 need none';
insert into bank_layout (direction, code, version, valid_from, definition, source, entered_by) values
  ('PAYMENT', 'county-xlsx', 1, '2018-09-01', '{"code": "county-xlsx", "name": "工作簿", "form": "XLSX", "charset": "UTF-8", "separator": null, "unit": "YUAN", "titles": true, "header": [], "line": [{"field": "SEQUENCE", "title": "序号", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYEE_NAME", "title": "收款人户名", "text": null, "width": null, "align": null, "pad": null}, {"field": "ACCOUNT", "title": "收款人账号", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_CODE", "title": "收款行行号", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_NAME", "title": "收款行名称", "text": null, "width": null, "align": null, "pad": null}, {"field": "AMOUNT", "title": "金额", "text": null, "width": null, "align": null, "pad": null}, {"field": "PURPOSE", "title": "用途", "text": null, "width": null, "align": null, "pad": null}, {"field": "REFERENCE", "title": "学生凭证号", "text": null, "width": null, "align": null, "pad": null}, {"field": "END_TO_END_ID", "title": "业务流水号", "text": null, "width": null, "align": null, "pad": null}], "trailer": [], "xml": null}',
   '示例，须按银行接口说明核对后另存新版本', 'system:migration'),
  ('PAYMENT', 'county-txt', 1, '2018-09-01', '{"code": "county-txt", "name": "竖线分隔文本", "form": "DELIMITED", "charset": "GB18030", "separator": "|", "unit": "YUAN", "titles": true, "header": [], "line": [{"field": "SEQUENCE", "title": "序号", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYEE_NAME", "title": "收款人户名", "text": null, "width": null, "align": null, "pad": null}, {"field": "ACCOUNT", "title": "收款人账号", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_CODE", "title": "收款行行号", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_NAME", "title": "收款行名称", "text": null, "width": null, "align": null, "pad": null}, {"field": "AMOUNT", "title": "金额", "text": null, "width": null, "align": null, "pad": null}, {"field": "PURPOSE", "title": "用途", "text": null, "width": null, "align": null, "pad": null}, {"field": "REFERENCE", "title": "学生凭证号", "text": null, "width": null, "align": null, "pad": null}, {"field": "END_TO_END_ID", "title": "业务流水号", "text": null, "width": null, "align": null, "pad": null}], "trailer": [], "xml": null}',
   '示例，须按银行接口说明核对后另存新版本', 'system:migration'),
  ('PAYMENT', 'county-fixed', 1, '2018-09-01', '{"code": "county-fixed", "name": "定长文本", "form": "FIXED", "charset": "GB18030", "separator": null, "unit": "FEN", "titles": false, "header": [{"field": "TEXT", "title": null, "text": "H", "width": 1, "align": null, "pad": null}, {"field": "MESSAGE_ID", "title": null, "text": null, "width": 35, "align": null, "pad": null}, {"field": "REQUESTED_ON", "title": null, "text": null, "width": 8, "align": null, "pad": null}, {"field": "PAYER_ACCOUNT", "title": null, "text": null, "width": 34, "align": null, "pad": null}, {"field": "LINE_COUNT", "title": null, "text": null, "width": 8, "align": "RIGHT", "pad": "0"}, {"field": "TOTAL", "title": null, "text": null, "width": 15, "align": "RIGHT", "pad": "0"}], "line": [{"field": "TEXT", "title": null, "text": "D", "width": 1, "align": null, "pad": null}, {"field": "SEQUENCE", "title": null, "text": null, "width": 8, "align": "RIGHT", "pad": "0"}, {"field": "END_TO_END_ID", "title": null, "text": null, "width": 35, "align": null, "pad": null}, {"field": "PAYEE_NAME", "title": null, "text": null, "width": 80, "align": null, "pad": null}, {"field": "ACCOUNT", "title": null, "text": null, "width": 34, "align": null, "pad": null}, {"field": "BANK_CODE", "title": null, "text": null, "width": 12, "align": null, "pad": null}, {"field": "BANK_NAME", "title": null, "text": null, "width": 80, "align": null, "pad": null}, {"field": "AMOUNT", "title": null, "text": null, "width": 15, "align": "RIGHT", "pad": "0"}, {"field": "PURPOSE", "title": null, "text": null, "width": 80, "align": null, "pad": null}, {"field": "REFERENCE", "title": null, "text": null, "width": 36, "align": null, "pad": null}], "trailer": [{"field": "TEXT", "title": null, "text": "T", "width": 1, "align": null, "pad": null}, {"field": "LINE_COUNT", "title": null, "text": null, "width": 8, "align": "RIGHT", "pad": "0"}, {"field": "TOTAL", "title": null, "text": null, "width": 15, "align": "RIGHT", "pad": "0"}], "xml": null}',
   '示例，须按银行接口说明核对后另存新版本', 'system:migration'),
  ('PAYMENT', 'beps.382', 1, '2018-09-01', '{"code": "beps.382", "name": "第二代支付系统批量代付报文体（映射，须按接口规范核对）", "form": "XML", "charset": "UTF-8", "separator": null, "unit": "YUAN", "titles": false, "header": [{"field": "MESSAGE_ID", "title": "MsgId", "text": null, "width": null, "align": null, "pad": null}, {"field": "CREATED_AT", "title": "CreDtTm", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYER_BANK_CODE", "title": "InstgPty/InstgPty", "text": null, "width": null, "align": null, "pad": null}, {"field": "TEXT", "title": "SysCd", "text": "BEPS", "width": null, "align": null, "pad": null}, {"field": "TOTAL", "title": "TtlAmt", "text": null, "width": null, "align": null, "pad": null}, {"field": "LINE_COUNT", "title": "NbOfTxs", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYER_NAME", "title": "Dbtr/Nm", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYER_ACCOUNT", "title": "DbtrAcct/Id/Othr/Id", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYER_BANK_CODE", "title": "DbtrAgt/Id", "text": null, "width": null, "align": null, "pad": null}, {"field": "CONTRACT", "title": "CtrctNb", "text": null, "width": null, "align": null, "pad": null}, {"field": "PURPOSE", "title": "Ustrd", "text": null, "width": null, "align": null, "pad": null}], "line": [{"field": "END_TO_END_ID", "title": "TxId", "text": null, "width": null, "align": null, "pad": null}, {"field": "PAYEE_NAME", "title": "Cdtr/Nm", "text": null, "width": null, "align": null, "pad": null}, {"field": "ACCOUNT", "title": "CdtrAcct/Id/Othr/Id", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_CODE", "title": "CdtrAgt/Id", "text": null, "width": null, "align": null, "pad": null}, {"field": "BANK_NAME", "title": "CdtrAgt/Nm", "text": null, "width": null, "align": null, "pad": null}, {"field": "AMOUNT", "title": "Amt", "text": null, "width": null, "align": null, "pad": null}, {"field": "PURPOSE", "title": "AddtlInf", "text": null, "width": null, "align": null, "pad": null}], "trailer": [], "xml": {"namespace": "urn:cnaps:std:beps:2010:tech:xsd:beps.382.001.01", "root": "BtchPmt", "header": "GrpHdr", "line": "PmtInf"}}',
   '《第二代支付系统报文交换标准（小额支付系统分册）》2.15 批量代付业务报文；元素名未公开，须按接口规范核对后另存新版本', 'system:migration'),
  ('RETURN', 'county-return', 1, '2018-09-01', '{"code": "county-return", "name": "回盘工作簿或文本（带表头）", "form": "TABLE", "charset": null, "unit": "YUAN", "datePattern": "yyyyMMdd", "notRows": [], "columns": {"TOTAL_MARK": {"titles": ["序号"]}, "END_TO_END_ID": {"titles": ["业务流水号", "流水号"]}, "AMOUNT": {"titles": ["金额", "金额(元)"]}, "RESULT": {"titles": ["处理结果", "结果"]}, "REASON_CODE": {"titles": ["失败代码", "原因代码"]}, "REASON_TEXT": {"titles": ["失败原因", "原因"]}, "VALUE_DATE": {"titles": ["入账日期", "处理日期"]}}, "codes": "COUNTY"}',
   '示例，须按银行接口说明核对后另存新版本', 'system:migration'),
  ('RETURN', 'county-fixed-return', 1, '2018-09-01', '{"code": "county-fixed-return", "name": "回盘定长文本", "form": "FIXED", "charset": "GB18030", "unit": "FEN", "datePattern": "yyyyMMdd", "notRows": ["H", "T"], "columns": {"END_TO_END_ID": {"start": 2, "width": 35}, "AMOUNT": {"start": 37, "width": 15}, "VALUE_DATE": {"start": 52, "width": 8}, "RESULT": {"start": 60, "width": 1}, "REASON_CODE": {"start": 61, "width": 4}, "REASON_TEXT": {"start": 65, "width": 60}}, "codes": "COUNTY"}',
   '示例，须按银行接口说明核对后另存新版本', 'system:migration');

create table return_reason (
  code        text primary key check (code ~ '^[A-Z_]{2,30}$'),
  name_zh     text    not null,
  name_en     text    not null,
  correctable boolean not null
);
comment on column return_reason.correctable is 'whether a corrected account or name lets the payment be made again';
insert into return_reason values
  ('WRONG_NAME', '户名不符', 'name does not fit the account', true),
  ('WRONG_ACCOUNT', '账号不存在或有误', 'no such account', true),
  ('WRONG_BANK', '行号有误', 'wrong bank code', true),
  ('CLOSED', '账户已销户', 'account closed', true),
  ('DORMANT', '账户冻结或长期不动户', 'account blocked or dormant', true),
  ('DECEASED', '账户所有人死亡', 'holder deceased', false),
  ('PAYER_FUNDS', '付款账户余额不足', 'payer short of funds', false),
  ('DUPLICATE', '银行视为重复支付', 'taken for a duplicate by the bank', false),
  ('OTHER', '其他', 'other', true);

create table bank_code (
  scheme     text not null,
  code       text not null,
  outcome    text check (outcome in ('SETTLED', 'RETURNED', 'PENDING')),
  reason     text references return_reason,
  valid_from date not null,
  source     text not null,
  entered_by text not null,
  check ((outcome is null) <> (reason is null))
);
create unique index bank_code_once on bank_code (scheme, code, valid_from, (outcome is null));
comment on table bank_code is 'of the rows of a code whose day has come the latest counts';
insert into bank_code values
  ('ISO20022', 'ACSC', 'SETTLED', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACCC', 'SETTLED', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACSP', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACCP', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACTC', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACWC', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'ACWP', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'PDNG', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'RCVD', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'PART', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'INFO', 'PENDING', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'BOOK', 'SETTLED', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'RJCT', 'RETURNED', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'CANC', 'RETURNED', null, '2018-09-01', 'ISO 20022 外部代码集', 'system:migration'),
  ('ISO20022', 'AC01', null, 'WRONG_ACCOUNT', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC03', null, 'WRONG_ACCOUNT', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC02', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC04', null, 'CLOSED', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC07', null, 'CLOSED', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC05', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC06', null, 'DORMANT', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AC14', null, 'WRONG_ACCOUNT', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AG01', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AM04', null, 'PAYER_FUNDS', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'AM05', null, 'DUPLICATE', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'BE01', null, 'WRONG_NAME', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'BE06', null, 'WRONG_NAME', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'MD07', null, 'DECEASED', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'RC01', null, 'WRONG_BANK', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'RC04', null, 'WRONG_BANK', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'RR01', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'RR03', null, 'WRONG_NAME', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'MS03', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('ISO20022', 'MS02', null, 'OTHER', '2018-09-01', 'ISO 20022 外部代码集；对应关系 LOCAL', 'system:migration'),
  ('COUNTY', '0', 'SETTLED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '00', 'SETTLED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '成功', 'SETTLED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '已入账', 'SETTLED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '1', 'RETURNED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '失败', 'RETURNED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '退回', 'RETURNED', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '2', 'PENDING', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration'),
  ('COUNTY', '处理中', 'PENDING', null, '2018-09-01', '示例，须按银行接口说明核对', 'system:migration');

create table bank_return (
  id      uuid        primary key,
  layout  text        not null,
  sha256  bytea       not null unique check (length(sha256) = 32),
  by_id   text        not null,
  by_name text        not null,
  at      timestamptz not null
);
comment on column bank_return.sha256 is 'of the file, which is not kept; the same file is taken once';
create table bank_return_message (
  scheme              text not null,
  message_id          text not null,
  original_message_id text,
  return_id           uuid not null unique references bank_return,
  primary key (scheme, message_id)
);
comment on table bank_return_message is 'what a file calls itself; the same message in another file is taken once';
create table bank_return_row (
  return_id     uuid    not null references bank_return,
  row_no        integer not null check (row_no > 0),
  end_to_end_id text,
  outcome       text    check (outcome in ('SETTLED', 'RETURNED', 'PENDING')),
  reason        text    references return_reason,
  reason_code   text,
  reason_text   text,
  amount_fen    bigint  check (amount_fen >= 0),
  value_date    date,
  result        text,
  primary key (return_id, row_no)
);
comment on column bank_return_row.reason_text is 'what the bank wrote, numbers in it masked';
comment on column bank_return_row.result is 'what applying it came to, or why it could not be read; null while it waits';
create index bank_return_row_payment on bank_return_row (end_to_end_id);

-- A row is applied once and then stays.
create function keep_applied_rows() returns trigger language plpgsql as $$
begin
  if old.result is not null or (old.return_id, old.row_no, old.outcome, old.amount_fen)
      is distinct from (new.return_id, new.row_no, new.outcome, new.amount_fen) then
    raise exception 'a row of a return file that was applied does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger bank_return_row_applied_once before update on bank_return_row
  for each row execute function keep_applied_rows();
create trigger bank_layout_append_only before update or delete or truncate on bank_layout
  for each statement execute function refuse_change();
create trigger bank_code_append_only before update or delete or truncate on bank_code
  for each statement execute function refuse_change();
create trigger bank_return_append_only before update or delete or truncate on bank_return
  for each statement execute function refuse_change();
create trigger bank_return_message_append_only before update or delete or truncate on bank_return_message
  for each statement execute function refuse_change();
revoke update, delete, truncate on bank_layout, bank_code, bank_return, bank_return_message from ${app_role};
revoke insert, update, delete, truncate on return_reason from ${app_role};
revoke delete, truncate on bank_return_row from ${app_role};
