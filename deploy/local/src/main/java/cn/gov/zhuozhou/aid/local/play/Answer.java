package cn.gov.zhuozhou.aid.local.play;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered: status, body, and the two headers callers go on with. */
public record Answer(int status, JsonNode body, String location, String etag) {
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
