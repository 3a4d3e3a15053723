package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/** What speaks against an account; the codes of checks are those auditors look for. */
public enum Finding {
    PUPIL_UNKNOWN(Effect.REFUSE, null, "没有该学生，或不在管辖范围内", "There is no such pupil in your jurisdiction"),
    HOLDER_STRANGER(
            Effect.REFUSE, "A10", "持卡人不是学生本人或登记的监护人", "The holder is neither the pupil nor a registered guardian"),
    HOLDER_NAME_DIFFERS(
            Effect.REFUSE, "A10", "持卡人姓名与证件号码不符", "The holder's name does not belong to his identity number"),
    HOLDER_NUMBER_NOT_ON_ROLL(
            Effect.REFUSE,
            "A10",
            "学籍中没有该监护人的证件号码，请先补全",
            "The roll lacks this guardian's number; complete it there first"),
    HOLDER_NUMBER_NOT_VALID(Effect.REFUSE, "A10", "持卡人证件号码无效", "The holder's identity number is not valid"),
    CARD_OF_ANOTHER_HOLDER(
            Effect.REFUSE,
            "A10",
            "该账号已登记为他人所有",
            "The account is entered as another holder's: pupils who share no guardian"),
    CARD_OF_STAFF(Effect.REFUSE, "A17", "该账号是教职工的账号", "The account is known as a staff member's"),
    BANK_UNKNOWN(Effect.REFUSE, null, "没有该银行", "There is no such bank"),
    NUMBER_CHARACTERS(Effect.REFUSE, null, "账号只能是数字", "An account number is made of digits"),
    NUMBER_LENGTH(Effect.REFUSE, null, "账号位数不对", "The account number has the wrong number of digits"),
    NUMBER_CHECK_DIGIT(Effect.REFUSE, null, "卡号校验位不符", "The card number fails its check digit"),
    PROPOSAL_OPEN(Effect.REFUSE, null, "该学生已有待确认的账号", "Another account of this pupil waits for confirmation"),
    ROW_INCOMPLETE(Effect.REFUSE, null, "该行缺少必填内容", "The row lacks what is required"),
    PUPIL_MERGED(
            Effect.REFUSE,
            null,
            "该学籍已并入另一条学籍，请在保留的学籍下登记账号",
            "The record was merged into another; enter the account there"),
    PUPIL_NAME_DIFFERS(Effect.REFUSE, null, "学生姓名与学籍不符", "The pupil bears another name on the roll"),

    GUARDIAN_FOR_OLDER_PUPIL(
            Effect.FLAG, "A10", "该学段学生应使用本人账号", "A pupil of this stage should have an account of his own"),
    GUARDIAN_NOT_LEGAL(Effect.FLAG, "A10", "持卡人不是法定监护人", "The holder is not a legal guardian"),
    CARD_OF_MANY_PUPILS(Effect.FLAG, "A10", "同一账号用于过多学生", "The account is used for too many pupils"),
    HOLDER_NAMED_LIKE_STAFF(
            Effect.FLAG,
            "A17",
            "持卡人与学生所在学校的教职工同名",
            "The holder bears the name of a staff member of the pupil's school"),
    HOLDER_NAMED_LIKE_OPERATOR(
            Effect.FLAG, "A17", "持卡人与经办人同名", "The holder bears the name of the person who enters him"),
    HOLDER_RELATED_TO_OPERATOR(
            Effect.FLAG, "A17", "持卡人是经办人申报的亲属", "The holder is a declared relation of who enters him");

    /** What follows from a finding. */
    public enum Effect {
        /** The account is not kept. */
        REFUSE,
        /** Another person decides before anything is paid to it. */
        FLAG
    }

    private final Effect effect;
    private final String check;
    private final Text text;

    Finding(Effect effect, String check, String zh, String en) {
        this.effect = effect;
        this.check = check;
        this.text = Text.of(zh, en);
    }

    public boolean refuses() {
        return effect == Effect.REFUSE;
    }

    /** The auditors' check it belongs to; null where it belongs to none. */
    public String check() {
        return check;
    }

    public Text text() {
        return text;
    }
}
