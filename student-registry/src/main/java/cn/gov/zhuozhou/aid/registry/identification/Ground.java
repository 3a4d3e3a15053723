package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;
import java.util.UUID;

/**
 * What the last ruling found.
 *
 * @param basis categories with evidence today
 * @param stage the pupil was in; null in rulings from before it was kept
 * @param valid whether anything carries what is in force: evidence, stickiness or the school's own judgement
 */
record Ground(List<Category> basis, boolean valid, UUID rulingId, Stage stage) {
    static final Ground NONE = new Ground(List.of(), false, null, null);

    Ground {
        basis = List.copyOf(basis);
    }

    boolean says(Ground other) {
        return valid == other.valid && stage == other.stage && basis.equals(other.basis);
    }
}
