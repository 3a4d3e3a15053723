package cn.gov.zhuozhou.aid.disbursement.award;

import java.util.List;
import java.util.UUID;

/** Awards began, changed or ended; told within the transaction that does it. */
public record AwardsStepped(List<UUID> awardIds) {}
