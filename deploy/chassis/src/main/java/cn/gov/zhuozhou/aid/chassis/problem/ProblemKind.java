package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Locale;

/**
 * One kind of problem a service answers with: a stable code, an HTTP status and a title. Services list their kinds in an
 * enum, each constant with its {@link Answers}; the code is the constant's name in kebab case, the problem type
 * {@code urn:aid:problem:<code>}.
 */
public interface ProblemKind {
    String name();

    default int status() {
        return answers().status();
    }

    default Text title() {
        return Text.of(answers().zh(), answers().en());
    }

    default String type() {
        return "urn:aid:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Answers answers() {
        try {
            return getClass().getField(name()).getAnnotation(Answers.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("kinds of problem are constants of an enum", e);
        }
    }
}
