package cn.gov.zhuozhou.aid.chassis.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that creates something once per {@code Idempotency-Key}. The key, the work and the answer are one
 * transaction: a repetition gets the first answer, a concurrent one waits for it, the same key with other content is
 * refused. The method must be {@code @Transactional} and return a {@code Response}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
