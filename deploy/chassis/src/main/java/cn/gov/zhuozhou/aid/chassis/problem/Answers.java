package cn.gov.zhuozhou.aid.chassis.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link ProblemKind} answers with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Answers {
    /** The HTTP status. */
    int status();

    /** The title in Chinese. */
    String zh();

    /** The title in English. */
    String en();
}
