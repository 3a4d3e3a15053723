package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow.Guardian;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.IdentityReading;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Export of the enrolment registration (学籍). What only helps with matching may be missing; the pupil is not lost for it. */
public final class EnrolmentFormat implements RowFormat {
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
    private static final Column ENTRY_MODE = Column.optional("入学方式", "学生来源");
    private static final Column DISABILITY = Column.optional("残疾类型", "残疾人类型", "残疾类别");
    private static final GuardianColumns FIRST_GUARDIAN = new GuardianColumns(
            Column.optional("监护人姓名", "监护人", "监护人1姓名", "第一监护人姓名", "成员1姓名", "家庭成员1姓名"),
            Column.optional("监护人身份证件号", "监护人身份证号", "监护人证件号码", "监护人1身份证件号", "成员1身份证件号", "家庭成员1身份证件号"),
            Column.optional("监护人关系", "与监护人关系", "监护人1关系", "成员1关系", "家庭成员1关系"),
            Column.optional("是否监护人", "成员1是否监护人", "家庭成员1是否监护人"));
    private static final GuardianColumns SECOND_GUARDIAN = new GuardianColumns(
            Column.optional("监护人2姓名", "第二监护人姓名", "成员2姓名", "家庭成员2姓名"),
            Column.optional("监护人2身份证件号", "第二监护人身份证件号", "成员2身份证件号", "家庭成员2身份证件号"),
            Column.optional("监护人2关系", "第二监护人关系", "成员2关系", "家庭成员2关系"),
            Column.optional("监护人2是否监护人", "成员2是否监护人", "家庭成员2是否监护人"));
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
            FIRST_GUARDIAN.name(),
            FIRST_GUARDIAN.identity(),
            FIRST_GUARDIAN.relation(),
            ENTRY_MODE,
            DISABILITY,
            FIRST_GUARDIAN.legal(),
            SECOND_GUARDIAN.name(),
            SECOND_GUARDIAN.identity(),
            SECOND_GUARDIAN.relation(),
            SECOND_GUARDIAN.legal());

    private record GuardianColumns(Column name, Column identity, Column relation, Column legal) {
        Optional<Guardian> read(Cells cells) {
            String named = cells.nameOrNull(name);
            IdentityNumber number = cells.identityOrNull(identity, RowCode.GUARDIAN_UNKNOWN);
            return named == null && number == null
                    ? Optional.empty()
                    : Optional.of(new Guardian(
                            named, cells.textOrNull(relation), number, cells.codeOr(legal, Codes.YES_NO, true)));
        }
    }

    /** The number of a row, even of one that is refused for other reasons. */
    public static Optional<StudentNumber> numberOf(Row row) {
        return StudentNumber.read(row.cell(COLUMNS.positionOf(STUDENT_NUMBER)))
                        instanceof StudentNumber.Reading.Valid valid
                ? Optional.of(valid.number())
                : Optional.empty();
    }

    @Override
    public TableLayout layout() {
        return COLUMNS.layout();
    }

    @Override
    public List<CodeTable<?>> codes() {
        return List.of(
                Codes.STAGE,
                Codes.ENROLMENT_STATE,
                Codes.ENTRY_MODE,
                Codes.BOARDING,
                Codes.YES_NO,
                Codes.SEX,
                Codes.HOUSEHOLD_KIND,
                Codes.DISABILITY,
                Codes.NO_DISABILITY);
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
                cells.codeOr(ENTRY_MODE, Codes.ENTRY_MODE, null),
                disability(cells),
                Stream.of(FIRST_GUARDIAN, SECOND_GUARDIAN)
                        .flatMap(columns -> columns.read(cells).stream())
                        .toList()));
    }

    private static IdentityNumber identity(Cells cells, StudentNumber studentNumber) {
        if (IdentityNumber.read(cells.raw(IDENTITY)) instanceof IdentityReading.Valid own) {
            if (own.converted()) {
                cells.remark(RowCode.OLD_NUMBER, IDENTITY);
            }
            return own.number();
        }
        IdentityNumber entered = studentNumber.enteredWith().orElse(null);
        cells.remark(entered == null ? RowCode.IDENTITY_UNKNOWN : RowCode.IDENTITY_FROM_STUDENT_NUMBER, IDENTITY);
        return entered;
    }

    private static DisabilityCertificate.Type disability(Cells cells) {
        boolean none =
                cells.words(Codes.NO_DISABILITY).find(cells.raw(DISABILITY)).isPresent();
        return none ? null : cells.codeOr(DISABILITY, Codes.DISABILITY, null);
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
