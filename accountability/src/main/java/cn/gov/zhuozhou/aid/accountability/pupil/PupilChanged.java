package cn.gov.zhuozhou.aid.accountability.pupil;

import java.util.UUID;

/** Something was told of this pupil; told on inside the transaction that took it in. */
public record PupilChanged(UUID studentId) {}
