package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.time.LocalDate;
import java.util.List;

/** Export of the enrolment registration (学籍). What only helps with matching may be missing; the pupil is not lost for it. */
final class EnrolmentFormat implements RowFormat {
    private static final Column STUDENT_NUMBER = Column.required("全国学籍号", "学籍号");
    private static final Column NAME = Column.required("姓名", "学生姓名");
    private static final Column SEX = Column.optional("性别");
    private static final Column BIRTH_DATE = Column.optional("出生日期", "出生年月日");
    private static final Column IDENTITY = Column.required("身份证件号", "身份证号", "身份证件号码", "身份证号码", "证件号码");
    private static final Column SCHOOL_CODE = Column.required("学校标识码", "学校代码");
    private static final Column SCHOOL_NAME = Column.optional("学校名称", "学校");
    private static final Column STAGE = Column.required("学段");
    private static final Column GRADE = Column.required("年级");
    private static final Column CLASS_NAME = Column.required("班级", "班号");
    private static final Column BOARDING = Column.required("就读方式", "是否住校");
    private static final Column STATE = Column.required("学籍状态", "学生状态");
    private static final Column LEFT_BEHIND = Column.optional("是否留守儿童", "留守儿童");
    private static final Column HOUSEHOLD_KIND = Column.optional("户口性质");
    private static final Column HOUSEHOLD_TOWN = Column.optional("户籍乡镇街道", "户籍乡镇", "户口所在乡镇");
    private static final Column HOUSEHOLD_VILLAGE = Column.optional("户籍村", "户籍村居", "户口所在村");
    private static final Column GUARDIAN_NAME = Column.optional("监护人姓名", "监护人");
    private static final Column GUARDIAN_IDENTITY = Column.optional("监护人身份证件号", "监护人身份证号", "监护人证件号码");
    private static final Column GUARDIAN_RELATION = Column.optional("监护人关系", "与监护人关系");
    private static final Columns COLUMNS = Columns.of(
            STUDENT_NUMBER,
            NAME,
            SEX,
            BIRTH_DATE,
            IDENTITY,
            SCHOOL_CODE,
            SCHOOL_NAME,
            STAGE,
            GRADE,
            CLASS_NAME,
            BOARDING,
            STATE,
            LEFT_BEHIND,
            HOUSEHOLD_KIND,
            HOUSEHOLD_TOWN,
            HOUSEHOLD_VILLAGE,
            GUARDIAN_NAME,
            GUARDIAN_IDENTITY,
            GUARDIAN_RELATION);

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(
                Codes.STAGE, Codes.ENROLMENT_STATE, Codes.BOARDING, Codes.YES_NO, Codes.SEX, Codes.HOUSEHOLD_KIND);
    }

    @Override
    public RowReading read(Row row, Wording wording) {
        Cells cells = new Cells(row, COLUMNS, wording);
        StudentNumber studentNumber = cells.studentNumber(STUDENT_NUMBER);
        String name = cells.name(NAME);
        String schoolCode = cells.requiredText(SCHOOL_CODE);
        Stage stage = cells.code(STAGE, Codes.STAGE);
        EnrolmentState state = cells.code(STATE, Codes.ENROLMENT_STATE);
        int grade = Plain.number(cells.text(GRADE)).orElse(0);
        if (grade < 1) {
            cells.refuse(cells.raw(GRADE).isBlank() ? RowCode.VALUE_MISSING : RowCode.VALUE_UNKNOWN, GRADE);
        }
        if (cells.refused()) {
            return cells.asRefused();
        }
        IdentityNumber identity = identity(cells, studentNumber);
        return cells.accepted(new EnrolmentRow(
                studentNumber,
                name,
                sex(cells, identity),
                birthDate(cells, identity),
                identity,
                schoolCode,
                cells.textOrNull(SCHOOL_NAME),
                stage,
                grade,
                cells.text(CLASS_NAME),
                cells.codeOr(BOARDING, Codes.BOARDING, false),
                state,
                cells.codeOr(LEFT_BEHIND, Codes.YES_NO, false),
                cells.codeOr(HOUSEHOLD_KIND, Codes.HOUSEHOLD_KIND, null),
                cells.textOrNull(HOUSEHOLD_TOWN),
                cells.textOrNull(HOUSEHOLD_VILLAGE),
                cells.nameOrNull(GUARDIAN_NAME),
                cells.identityOrNull(GUARDIAN_IDENTITY, RowCode.GUARDIAN_UNKNOWN),
                cells.textOrNull(GUARDIAN_RELATION)));
    }

    private static IdentityNumber identity(Cells cells, StudentNumber studentNumber) {
        IdentityNumber own = IdentityNumber.read(cells.raw(IDENTITY)).ifValid().orElse(null);
        if (own != null) {
            return own;
        }
        IdentityNumber entered = studentNumber.enteredWith().orElse(null);
        cells.remark(entered == null ? RowCode.IDENTITY_UNKNOWN : RowCode.IDENTITY_FROM_STUDENT_NUMBER, IDENTITY);
        return entered;
    }

    private static Sex sex(Cells cells, IdentityNumber identity) {
        Sex written = cells.codeOr(SEX, Codes.SEX, null);
        if (identity != null && written != null && written != identity.sex()) {
            cells.remark(RowCode.DIFFERS_FROM_NUMBER, SEX);
        }
        return written != null || identity == null ? written : identity.sex();
    }

    private static LocalDate birthDate(Cells cells, IdentityNumber identity) {
        LocalDate written =
                cells.orIgnored(BIRTH_DATE, Plain.day(cells.text(BIRTH_DATE))).orElse(null);
        if (identity != null && written != null && !written.equals(identity.birthDate())) {
            cells.remark(RowCode.DIFFERS_FROM_NUMBER, BIRTH_DATE);
        }
        return written != null || identity == null ? written : identity.birthDate();
    }
}
