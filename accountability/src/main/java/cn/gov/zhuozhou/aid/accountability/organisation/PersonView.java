package cn.gov.zhuozhou.aid.accountability.organisation;

import java.util.UUID;

/** A person as callers see him. */
record PersonView(UUID id, String staffNumber, String name) {}
