package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow.EntryMode;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow.HouseholdKind;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow.Area;
import cn.gov.zhuozhou.aid.registry.feed.row.SchoolRow.SchoolKind;
import cn.gov.zhuozhou.aid.registry.feed.row.SchoolRow.SchoolNature;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of the files and the codes they stand for. */
final class Codes {
    /** Between several words in one cell. */
    static final Pattern BETWEEN = Pattern.compile("[;；,，、/|+\\s]+");

    static final CodeTable<Stage> STAGE = new CodeTable<Stage>()
            .with(Stage.PRESCHOOL, "学前", "学前教育", "幼儿园", "幼儿")
            .with(Stage.PRIMARY, "小学", "教学点")
            .with(Stage.JUNIOR, "初中", "普通初中", "初级中学")
            .with(Stage.SENIOR_HIGH, "普通高中", "高中", "普高", "高级中学")
            .with(Stage.SECONDARY_VOCATIONAL, "中职", "中等职业", "中等职业教育", "职业高中", "职高", "中专")
            .with(Stage.SPECIAL, "特教", "特殊教育");

    static final CodeTable<Boolean> BOARDING = new CodeTable<Boolean>()
            .with(true, "住校", "住宿", "寄宿", "住宿生", "寄宿生", "住校生")
            .with(false, "走读", "走读生", "借宿", "其他");

    static final CodeTable<EnrolmentState> ENROLMENT_STATE = new CodeTable<EnrolmentState>()
            .with(EnrolmentState.IN_SCHOOL, "在校", "在籍在校", "在读", "正常", "复学", "送教上门", "随班就读")
            .with(EnrolmentState.SUSPENDED, "休学")
            .with(EnrolmentState.TRANSFERRED, "转出", "已转出", "转学")
            .with(EnrolmentState.LEFT, "离校", "其他离校", "辍学", "退学", "开除", "死亡", "出国")
            .with(EnrolmentState.GRADUATED, "毕业", "已毕业", "结业", "肄业");

    static final CodeTable<Boolean> YES_NO = new CodeTable<Boolean>()
            .with(true, "是", "Y", "1", "TRUE", "有", "√")
            .with(false, "否", "N", "0", "FALSE", "无", "非留守儿童");

    static final CodeTable<Sex> SEX =
            new CodeTable<Sex>().with(Sex.MALE, "男", "1", "男性").with(Sex.FEMALE, "女", "2", "女性");

    static final CodeTable<HouseholdKind> HOUSEHOLD_KIND = new CodeTable<HouseholdKind>()
            .with(HouseholdKind.RURAL, "农业", "农业户口", "农村")
            .with(HouseholdKind.URBAN, "非农业", "非农业户口", "非农", "城镇", "城市");

    static final CodeTable<Area> AREA = new CodeTable<Area>()
            .with(Area.RURAL, "农村", "农业", "农保", "农村低保", "农村特困", "乡村")
            .with(Area.URBAN, "城市", "城镇", "城保", "城市低保", "城市特困", "非农业");

    static final CodeTable<Relation> RELATION = new CodeTable<Relation>()
            .with(Relation.HEAD, "户主", "本人", "户主本人", "本人或户主")
            .with(Relation.SPOUSE, "配偶", "妻", "妻子", "夫", "丈夫", "之妻", "之夫")
            .with(
                    Relation.CHILD,
                    "子女",
                    "子",
                    "女",
                    "之子",
                    "之女",
                    "儿子",
                    "女儿",
                    "长子",
                    "次子",
                    "三子",
                    "独生子",
                    "长女",
                    "次女",
                    "三女",
                    "独生女",
                    "养子",
                    "养女",
                    "继子",
                    "继女")
            .with(Relation.GRANDCHILD, "孙子", "孙女", "孙子女", "之孙子", "之孙女", "外孙", "外孙子", "外孙女", "外孙子女", "之外孙子", "之外孙女")
            .with(Relation.SIBLING, "兄弟姐妹", "兄", "弟", "姐", "妹", "哥哥", "弟弟", "姐姐", "妹妹", "之兄弟姐妹")
            .with(
                    Relation.PARENT,
                    "父母",
                    "父",
                    "母",
                    "父亲",
                    "母亲",
                    "之父",
                    "之母",
                    "岳父",
                    "岳母",
                    "公公",
                    "婆婆",
                    "之岳父",
                    "之岳母",
                    "之公公",
                    "之婆婆")
            .with(Relation.GRANDPARENT, "祖父母", "祖父", "祖母", "爷爷", "奶奶", "之祖父", "之祖母", "外祖父", "外祖母", "之外祖父", "之外祖母")
            .with(Relation.OTHER, "其他", "其它", "其他亲属", "非亲属");

    static final CodeTable<Level> LEVEL = new CodeTable<Level>()
            .with(Level.SEVERE, "特别困难", "特殊困难", "家庭经济特别困难", "家庭经济特殊困难", "特困")
            .with(Level.DIFFICULT, "困难", "比较困难", "家庭经济困难")
            .with(Level.ORDINARY, "一般困难", "一般", "家庭经济一般困难", "一般家庭经济困难");

    static final CodeTable<Category> BASIS = new CodeTable<Category>()
            .with(Category.REG_POOR, "建档立卡", "建档立卡贫困户", "建档立卡家庭", "建档立卡学生", "原建档立卡", "脱贫家庭")
            .with(Category.DIBAO_R, "农村低保", "农村最低生活保障", "农低保", "农村低保家庭")
            .with(Category.DIBAO_U, "城市低保", "城镇低保", "城市最低生活保障", "城低保", "城市低保家庭")
            .with(Category.TEKUN_R, "农村特困", "农村特困供养", "农村特困救助供养", "农村特困人员", "五保")
            .with(Category.TEKUN_U, "城市特困", "城镇特困", "城市特困供养", "城市特困救助供养", "城市特困人员")
            .with(Category.DISABLED_STU, "残疾", "残疾学生", "家庭经济困难残疾学生", "学生残疾")
            .with(Category.DISABLED_CHILD, "残疾人子女", "家庭经济困难残疾人子女", "父母残疾")
            .with(Category.ORPHAN, "孤儿")
            .with(Category.DEFACTO, "事实无人抚养", "事实无人抚养儿童")
            .with(Category.MARTYR, "烈士子女")
            .with(Category.PREFER, "优抚对象子女", "优抚")
            .with(Category.LOWINC, "低收入家庭", "低收入")
            .with(Category.NP_LOWINC, "非贫困低收入户")
            .with(Category.UNSTABLE_EXIT, "非持续稳定脱贫户")
            .with(Category.SCHOOL_JUDGED, "学校认定", "学校评定", "一般困难", "其他困难", "其他");

    static final CodeTable<Standing> POVERTY = new CodeTable<Standing>()
            .with(Standing.CURRENT, "未脱贫", "返贫", "贫困", "预脱贫", "监测对象")
            .with(Standing.EXITED, "已脱贫", "脱贫", "稳定脱贫", "已脱贫享受政策", "已脱贫(享受政策)", "已脱贫不享受政策", "已脱贫(不享受政策)");

    static final CodeTable<Standing> CERTIFICATE = new CodeTable<Standing>()
            .with(Standing.CURRENT, "有效", "正常", "在用", "持证")
            .with(Standing.ENDED, "注销", "已注销", "过期", "已过期", "失效", "无效", "冻结", "迁出", "死亡", "作废");

    static final CodeTable<DisabilityCertificate.Type> DISABILITY = new CodeTable<DisabilityCertificate.Type>()
            .with(DisabilityCertificate.Type.SIGHT, "视力", "视力残疾", "1")
            .with(DisabilityCertificate.Type.HEARING, "听力", "听力残疾", "2")
            .with(DisabilityCertificate.Type.SPEECH, "言语", "言语残疾", "3")
            .with(DisabilityCertificate.Type.LIMBS, "肢体", "肢体残疾", "4")
            .with(DisabilityCertificate.Type.INTELLECT, "智力", "智力残疾", "5")
            .with(DisabilityCertificate.Type.MENTAL, "精神", "精神残疾", "6")
            .with(DisabilityCertificate.Type.MULTIPLE, "多重", "多重残疾", "7");

    static final CodeTable<Integer> DISABILITY_GRADE = new CodeTable<Integer>()
            .with(1, "一级", "1", "1级", "壹级")
            .with(2, "二级", "2", "2级", "贰级")
            .with(3, "三级", "3", "3级", "叁级")
            .with(4, "四级", "4", "4级", "肆级");

    static final CodeTable<StageSpan> SEVERAL_STAGES = new CodeTable<StageSpan>()
            .with(StageSpan.NINE_YEAR, "九年一贯制", "九年一贯制学校", "九年制")
            .with(StageSpan.COMPLETE_SECONDARY, "完全中学", "完中")
            .with(StageSpan.TWELVE_YEAR, "十二年一贯制", "十二年一贯制学校");

    static final CodeTable<SchoolKind> SCHOOL_KIND = new CodeTable<SchoolKind>()
            .with(SchoolKind.PUBLIC, "公办", "公立", "教育部门办", "教育部门", "县级教育部门", "国办")
            .with(SchoolKind.PRIVATE, "民办", "私立", "社会力量办")
            .with(SchoolKind.PRIVATE_INCLUSIVE, "普惠性民办", "普惠民办", "民办普惠", "普惠性民办幼儿园", "普惠园")
            .with(SchoolKind.OTHER_DEPARTMENT, "其他部门办", "其他部门", "集体办", "事业单位办", "企业办", "部队办");

    static final CodeTable<SchoolNature> SCHOOL_NATURE = new CodeTable<SchoolNature>()
            .with(SchoolNature.CENTRAL_SCHOOL, "中心校", "中心小学", "中心学校", "乡镇中心校", "总校")
            .with(SchoolNature.COMPLETE_PRIMARY, "完全小学", "完小", "小学")
            .with(SchoolNature.TEACHING_POINT, "教学点", "小学教学点", "非完全小学")
            .with(SchoolNature.NINE_YEAR, "九年一贯制", "九年一贯制学校", "九年制")
            .with(SchoolNature.TWELVE_YEAR, "十二年一贯制", "十二年一贯制学校")
            .with(SchoolNature.COMPLETE_SECONDARY, "完全中学", "完中")
            .with(SchoolNature.KINDERGARTEN, "幼儿园", "中心幼儿园")
            .with(SchoolNature.VOCATIONAL, "职业学校", "中等职业学校", "职教中心", "职业高中", "中专")
            .with(SchoolNature.SPECIAL, "特殊教育学校", "特教学校")
            .with(SchoolNature.ORDINARY, "普通中学", "初级中学", "高级中学", "普通高中", "初中", "高中", "其他");

    static final CodeTable<EntryMode> ENTRY_MODE = new CodeTable<EntryMode>()
            .with(EntryMode.ADMITTED, "招生", "统一招生", "就近入学", "正常入学", "新生", "升学", "统一招生考试/普通入学", "普通入学")
            .with(EntryMode.TRANSFERRED_IN, "转入", "转学", "转学转入", "外省转入", "外县转入", "省外转入", "跨县转入");

    static final CodeTable<Boolean> NO_DISABILITY =
            new CodeTable<Boolean>().with(true, "无", "无残疾", "非残疾", "否", "0", "正常", "健康");

    /** What the row of a list of changes says of its person. */
    static final CodeTable<RowChange> CHANGE = new CodeTable<RowChange>()
            .with(RowChange.GRANTED, "新增", "新批", "新纳入", "增加", "纳入", "转入", "恢复")
            .with(RowChange.CHANGED, "变更", "变动", "调整", "提标", "修改", "续保", "不变")
            .with(RowChange.ENDED, "停发", "停保", "注销", "取消", "退出", "终止", "减员", "减少", "删除", "死亡", "转出", "毕业");

    /** Child welfare (孤儿保障): which of the two kinds. */
    static final CodeTable<Category> CHILD_KIND = new CodeTable<Category>()
            .with(Category.ORPHAN, "孤儿", "社会散居孤儿", "散居孤儿", "集中养育孤儿", "机构养育孤儿")
            .with(Category.DEFACTO, "事实无人抚养", "事实无人抚养儿童", "事实孤儿");

    /** Every code set by the name its words are kept under. */
    static final Map<String, CodeTable<?>> ALL = Map.ofEntries(
            Map.entry("STAGE", STAGE),
            Map.entry("SEVERAL_STAGES", SEVERAL_STAGES),
            Map.entry("SCHOOL_KIND", SCHOOL_KIND),
            Map.entry("SCHOOL_NATURE", SCHOOL_NATURE),
            Map.entry("BOARDING", BOARDING),
            Map.entry("ENROLMENT_STATE", ENROLMENT_STATE),
            Map.entry("ENTRY_MODE", ENTRY_MODE),
            Map.entry("YES_NO", YES_NO),
            Map.entry("SEX", SEX),
            Map.entry("HOUSEHOLD_KIND", HOUSEHOLD_KIND),
            Map.entry("AREA", AREA),
            Map.entry("RELATION", RELATION),
            Map.entry("LEVEL", LEVEL),
            Map.entry("BASIS", BASIS),
            Map.entry("POVERTY", POVERTY),
            Map.entry("CERTIFICATE", CERTIFICATE),
            Map.entry("DISABILITY", DISABILITY),
            Map.entry("NO_DISABILITY", NO_DISABILITY),
            Map.entry("DISABILITY_GRADE", DISABILITY_GRADE),
            Map.entry("CHANGE", CHANGE),
            Map.entry("CHILD_KIND", CHILD_KIND));

    private Codes() {}
}
