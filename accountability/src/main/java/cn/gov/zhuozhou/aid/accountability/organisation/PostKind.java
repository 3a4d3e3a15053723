package cn.gov.zhuozhou.aid.accountability.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A kind of post, as the staff list writes it; which there are is data. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class PostKind {
    @Id
    private String code;

    private String title;
    private boolean answersForPupils;
    private int position;

    protected PostKind() {}

    String code() {
        return code;
    }

    String title() {
        return title;
    }
}
