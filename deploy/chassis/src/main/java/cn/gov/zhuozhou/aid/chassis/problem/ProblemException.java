package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;

/** Ends a request with a problem response. The detail says what was expected and carries no personal data. */
public class ProblemException extends RuntimeException {
    private static final Text NO_DETAIL = Text.of("", "");

    private final transient ProblemKind kind;
    private final transient Text detail;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemKind kind) {
        this(kind, NO_DETAIL, List.of());
    }

    public ProblemException(ProblemKind kind, Text detail) {
        this(kind, detail, List.of());
    }

    public ProblemException(ProblemKind kind, Text detail, List<FieldError> errors) {
        super(kind.type(), null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }

    public ProblemKind kind() {
        return kind;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** One part of the request that is wrong: where it stands, a stable code, what was expected. */
    public record FieldError(String field, String code, Text expected) {}
}
