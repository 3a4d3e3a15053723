package cn.gov.zhuozhou.aid.accountability.assignment.choice;

import java.util.UUID;

/** A person with the number of pupils he answers for already. */
public record Candidate(UUID personId, String staffNumber, String name, long load) {}
