package cn.gov.zhuozhou.aid.registry.reversecheck;

import java.util.UUID;

/** Fired inside the transaction in which the answer to a task came to count, or was taken back. */
public record ReverseCheckAnswered(UUID taskId) {}
