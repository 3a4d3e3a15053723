package cn.gov.zhuozhou.aid.accountability.assignment;

import java.util.UUID;

/** Who answers, in which post, and why he: a ground of the choice, or BY_HAND. */
record Responsible(UUID personId, String name, String post, String ground) {
    static final String BY_HAND = "BY_HAND";
}
