package cn.gov.zhuozhou.aid.disbursement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The second person's word on what another entered. */
public record DecisionRequest(
        @NotNull Boolean confirmed,
        @NotBlank @Size(max = 500) String reason) {}
