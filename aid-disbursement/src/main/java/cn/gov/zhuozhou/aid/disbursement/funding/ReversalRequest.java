package cn.gov.zhuozhou.aid.disbursement.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why what was confirmed is taken back. */
record ReversalRequest(@NotBlank @Size(max = 500) String reason) {}
