package cn.gov.zhuozhou.aid.chassis.problem;

/** Kinds of problem any service may answer with. */
public enum CommonProblem implements ProblemKind {
    @Answers(status = 400, zh = "请求格式不正确", en = "The request is malformed")
    MALFORMED_REQUEST,

    @Answers(status = 400, zh = "字段不符合要求", en = "Some fields do not meet the requirements")
    INVALID_FIELDS,

    @Answers(status = 400, zh = "缺少 Idempotency-Key 请求头", en = "The Idempotency-Key header is missing")
    IDEMPOTENCY_KEY_MISSING,

    @Answers(status = 401, zh = "未登录或令牌无效", en = "No valid token was presented")
    NOT_AUTHENTICATED,

    @Answers(status = 403, zh = "您的角色无权执行此操作", en = "Your role may not do this")
    ROLE_NOT_ALLOWED,

    @Answers(status = 404, zh = "不存在，或不在您的管辖范围内", en = "It does not exist or lies outside your jurisdiction")
    NOT_FOUND,

    @Answers(status = 405, zh = "此资源不支持该方法", en = "This resource does not support the method")
    METHOD_NOT_ALLOWED,

    @Answers(status = 406, zh = "无法以所要求的格式返回", en = "The requested representation is not available")
    NOT_ACCEPTABLE,

    @Answers(status = 409, zh = "当前状态不允许此操作", en = "The present state does not allow this")
    STATE_CONFLICT,

    @Answers(status = 412, zh = "数据已被他人修改，请重新读取", en = "It was changed meanwhile; read it again")
    CHANGED_MEANWHILE,

    @Answers(status = 413, zh = "内容过大", en = "The content is too large")
    TOO_LARGE,

    @Answers(status = 415, zh = "不支持该内容类型", en = "The media type is not supported")
    UNSUPPORTED_MEDIA_TYPE,

    @Answers(status = 422, zh = "该 Idempotency-Key 已用于不同的请求", en = "This Idempotency-Key was used for another request")
    KEY_USED_FOR_ANOTHER_REQUEST,

    @Answers(status = 422, zh = "须由另一人办理", en = "Another person has to do this")
    SAME_PERSON,

    @Answers(status = 428, zh = "缺少 If-Match 请求头", en = "The If-Match header is missing")
    PRECONDITION_REQUIRED,

    @Answers(status = 500, zh = "系统内部错误", en = "An unexpected error occurred")
    UNEXPECTED,

    @Answers(status = 503, zh = "服务暂不可用，请稍后重试", en = "The service is unavailable for the moment")
    UNAVAILABLE
}
