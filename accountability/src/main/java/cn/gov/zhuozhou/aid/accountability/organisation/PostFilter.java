package cn.gov.zhuozhou.aid.accountability.organisation;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** What a list of posts is narrowed to; posts that have ended only where asked for. */
record PostFilter(
        @QueryParam("school") String school,
        @QueryParam("person") UUID person,
        @QueryParam("kind") String kind,
        @QueryParam("ended") boolean ended) {}
