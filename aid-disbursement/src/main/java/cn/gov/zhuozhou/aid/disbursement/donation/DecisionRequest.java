package cn.gov.zhuozhou.aid.disbursement.donation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The second person's word on what another entered. */
record DecisionRequest(
        @NotNull Boolean confirmed,
        @NotBlank @Size(max = 500) String reason) {}
