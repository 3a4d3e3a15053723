package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What has to be known of a pupil out of area, in the words of the plan. */
enum Question {
    FOUR_CATEGORY("S74", "是否属于“四类”困难学生", "one of the four priority categories?", Kind.YES_NO),
    AIDED("S75", "是否享受资助", "aid enjoyed?", Kind.YES_NO),
    POLICIES("S76", "享受哪些资助政策", "which aid policies?", Kind.CODES),
    STAGE("S77", "属于哪个学段", "which stage?", Kind.ONE_CODE),
    RESPONSIBLE_SCHOOL("S78", "由哪所学校负责资助和帮扶", "which school is responsible?", Kind.RELATION),
    UNIVERSITY_NATURE("S79", "所上大学的性质", "nature of the university?", Kind.ONE_CODE),
    LOCAL_POLICY("S80", "大学所在地的资助政策", "aid policy at the university's place?", Kind.WORDS),
    THREE_WAIVERS("S81", "能否享受“三免”政策", "three waivers possible?", Kind.YES_NO),
    NATIONAL_GRANT("S82", "是否享受国家助学金", "national grant enjoyed?", Kind.YES_NO);

    private enum Kind {
        YES_NO,
        ONE_CODE,
        CODES,
        WORDS,
        RELATION
    }

    /** Policies go by the programme codes of the county's rate table or those of elsewhere. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{1,39}");

    private static final Set<String> NATURES = Set.of(
            "PUBLIC",
            "PRIVATE",
            "INDEPENDENT_COLLEGE",
            "PUBLIC_VOCATIONAL",
            "PRIVATE_VOCATIONAL",
            "CHINESE_FOREIGN",
            "OTHER");

    private final String statement;
    private final Text label;
    private final Kind kind;

    Question(String statement, String zh, String en, Kind kind) {
        this.statement = statement;
        this.label = Text.of(zh, en);
        this.kind = kind;
    }

    /** Its number in the plan. */
    String statement() {
        return statement;
    }

    Text label() {
        return label;
    }

    /** Whether something said can be an answer to it. */
    boolean takes(Answer.Said said) {
        List<String> codes = said.codes();
        return switch (kind) {
            case YES_NO -> said.yes() != null && codes.isEmpty();
            case ONE_CODE -> codes.size() == 1 && known(codes.getFirst());
            case CODES ->
                (!codes.isEmpty() || said.hasWords())
                        && codes.stream().allMatch(code -> CODE.matcher(code).matches());
            case WORDS -> said.hasWords() && codes.isEmpty();
            case RELATION -> false;
        };
    }

    private boolean known(String code) {
        return this == STAGE
                ? Set.of(Stage.values()).stream().anyMatch(stage -> stage.name().equals(code))
                : NATURES.contains(code);
    }
}
