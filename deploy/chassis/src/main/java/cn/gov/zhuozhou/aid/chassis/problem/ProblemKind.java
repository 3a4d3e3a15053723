package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Locale;

/**
 * One kind of problem a service answers with: a stable code, an HTTP status and a title. Services list their kinds in an
 * enum; the code is the constant's name in kebab case, the problem type {@code urn:aid:problem:<code>}.
 */
public interface ProblemKind {
    String name();

    int status();

    Text title();

    default String type() {
        return "urn:aid:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
