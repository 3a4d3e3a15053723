package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Text;

/** What is missing in the proof that a notice was posted as it must be (A11). */
enum EvidenceGap {
    HEADER_MISSING("缺少公示标题", "The header is missing"),
    SUMMARY_MISSING("缺少公示说明", "The summary is missing"),
    DAYS_TOO_FEW("公示天数不足", "It was posted for too few working days"),
    FIRST_DAY_PHOTO_MISSING("缺少公示首日照片", "A photo of the first day is missing"),
    LAST_DAY_PHOTO_MISSING("缺少公示末日照片", "A photo of the last day is missing");

    private final Text text;

    EvidenceGap(String zh, String en) {
        this.text = new Text(zh, en);
    }

    Text text() {
        return text;
    }
}
