package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Why the registry has to be asked again who holds an account, before anything more is paid to it. */
public enum AskAgain {
    MERGED("该学籍已并入另一条学籍，请在保留的学籍下登记账号", "The record was merged into another; enter the account there"),
    MERGE_UNDONE("学籍合并已撤销", "The merge of the record was undone"),
    LEFT("学生已离校或转出", "The pupil has left"),
    GUARDIANS_CHANGED("学生的监护人发生变更", "The guardians of the pupil changed");

    /**
     * An account in use.
     *
     * @param provenGuardians revision of the pupil's guardians when the holder was last proven
     * @param provenLeft the pupil had left already then
     * @param asked why it waits already; null where it does not
     */
    public record Proven(boolean ofGuardian, int provenGuardians, boolean provenLeft, AskAgain asked) {}

    /** The pupil as the registry tells of him now. */
    public record Told(boolean merged, boolean left, int guardiansRevision) {}

    private final Text text;

    AskAgain(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** Empty where what was proven still holds. A reason once given stays until the holder is proven, except that a merge ends. */
    public static Optional<AskAgain> why(Proven account, Told pupil) {
        if (pupil.merged()) {
            return Optional.of(MERGED);
        }
        if (account.asked() == MERGED) {
            return Optional.of(MERGE_UNDONE);
        }
        if (account.asked() != null) {
            return Optional.of(account.asked());
        }
        if (pupil.left() && !account.provenLeft()) {
            return Optional.of(LEFT);
        }
        return account.ofGuardian() && pupil.guardiansRevision() > account.provenGuardians()
                ? Optional.of(GUARDIANS_CHANGED)
                : Optional.empty();
    }
}
