package cn.gov.zhuozhou.aid.chassis.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method with an effect that happens once per {@code Idempotency-Key}. The key, the work and the answer are one transaction: a
 * repetition gets the first answer, a concurrent one waits for it, the same key with other content is refused. What was refused
 * leaves no trace and may be tried again. The method must be {@code @Transactional}; what it returns is a {@code Response} with
 * a JSON entity or what JSON is made of.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
    /**
     * False where the answer must not be kept, a file or a number in clear: a repetition calls the method again, which then has
     * nothing left to do but to answer, and to tell the trail that it did.
     */
    @Nonbinding
    boolean keepsAnswer() default true;
}
