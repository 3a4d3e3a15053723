package cn.gov.zhuozhou.aid.accountability.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many of a school's aided pupils have a responsible person (责任人覆盖率, S43).
 *
 * @param covered with exactly one, proposed or confirmed
 */
record Coverage(String schoolCode, String schoolName, String town, long aided, long covered, long confirmed) {
    /** Covered of aided, cut to one decimal. */
    @JsonProperty
    public double percent() {
        return aided == 0 ? 100.0 : Math.floorDiv(covered * 1000, aided) / 10.0;
    }
}
