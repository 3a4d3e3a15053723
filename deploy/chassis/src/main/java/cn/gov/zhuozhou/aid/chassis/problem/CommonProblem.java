package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Kinds of problem any service may answer with. */
public enum CommonProblem implements ProblemKind {
    MALFORMED_REQUEST(400, "请求格式不正确", "The request is malformed"),
    INVALID_FIELDS(400, "字段不符合要求", "Some fields do not meet the requirements"),
    IDEMPOTENCY_KEY_MISSING(400, "缺少 Idempotency-Key 请求头", "The Idempotency-Key header is missing"),
    NOT_AUTHENTICATED(401, "未登录或令牌无效", "No valid token was presented"),
    ROLE_NOT_ALLOWED(403, "您的角色无权执行此操作", "Your role may not do this"),
    NOT_FOUND(404, "不存在，或不在您的管辖范围内", "It does not exist or lies outside your jurisdiction"),
    METHOD_NOT_ALLOWED(405, "此资源不支持该方法", "This resource does not support the method"),
    NOT_ACCEPTABLE(406, "无法以所要求的格式返回", "The requested representation is not available"),
    STATE_CONFLICT(409, "当前状态不允许此操作", "The present state does not allow this"),
    CHANGED_MEANWHILE(412, "数据已被他人修改，请重新读取", "It was changed meanwhile; read it again"),
    TOO_LARGE(413, "内容过大", "The content is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持该内容类型", "The media type is not supported"),
    KEY_USED_FOR_ANOTHER_REQUEST(
            422, "该 Idempotency-Key 已用于不同的请求", "This Idempotency-Key was used for another request"),
    SAME_PERSON(422, "须由另一人办理", "Another person has to do this"),
    PRECONDITION_REQUIRED(428, "缺少 If-Match 请求头", "The If-Match header is missing"),
    UNEXPECTED(500, "系统内部错误", "An unexpected error occurred"),
    UNAVAILABLE(503, "服务暂不可用，请稍后重试", "The service is unavailable for the moment");

    private final int status;
    private final Text title;

    CommonProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
