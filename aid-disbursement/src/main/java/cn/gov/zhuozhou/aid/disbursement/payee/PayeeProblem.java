package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals that concern accounts. */
enum PayeeProblem implements ProblemKind {
    @Answers(status = 422, zh = "该账号不符合要求", en = "The account may not be used")
    ACCOUNT_REFUSED,

    @Answers(status = 422, zh = "有待处理的疑点", en = "Flags of the account wait for a decision")
    FLAGS_OPEN,

    @Answers(status = 422, zh = "缺少证明材料", en = "The evidence is missing")
    EVIDENCE_MISSING,

    @Answers(status = 422, zh = "办理人与持卡人有亲属关系，须回避", en = "A relation of the holder may not decide")
    RELATED_PERSON,

    @Answers(status = 422, zh = "须先重新核对持卡人", en = "The holder has to be proven again first")
    ASK_AGAIN,

    @Answers(status = 422, zh = "证件号码不是该账号持卡人的", en = "The number is not that of the account's holder")
    NOT_THE_HOLDER,

    @Answers(
            status = 503,
            zh = "学籍服务暂不可用，账号未保存，请稍后重试",
            en = "The registry does not answer; nothing was kept, try again later")
    REGISTRY_AWAY,

    @Answers(status = 422, zh = "姓名与证件号码不是该学生的", en = "Name and number are not the pupil's")
    NOT_THE_PUPIL,

    @Answers(status = 400, zh = "文件无法读取", en = "The file cannot be read")
    FILE_UNREADABLE,

    @Answers(status = 409, zh = "该日期已有设置", en = "A setting begins on that day already")
    RULE_EXISTS,

    @Answers(status = 409, zh = "账号保存期满，已清除", en = "The number was erased when its time was over")
    NUMBER_ERASED,

    @Answers(status = 409, zh = "已登记", en = "It is entered already")
    ALREADY_ENTERED,

    @Answers(status = 422, zh = "只能由上传该文件的人继续", en = "Only who handed the file in may go on with it")
    IMPORT_OF_ANOTHER,

    @Answers(status = 409, zh = "导入尚未完成", en = "The import has not finished")
    IMPORT_RUNNING
}
