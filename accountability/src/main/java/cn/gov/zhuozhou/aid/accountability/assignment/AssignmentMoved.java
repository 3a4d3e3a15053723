package cn.gov.zhuozhou.aid.accountability.assignment;

import java.util.UUID;

/**
 * An assignment changed; told inside the transaction of the change.
 *
 * @param state what is told to others, too
 * @param by the name of who did it
 */
public record AssignmentMoved(UUID assignmentId, UUID studentId, long revision, Object state, String by) {}
