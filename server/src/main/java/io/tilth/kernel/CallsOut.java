package io.tilth.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a write that asks somebody outside before it answers, such as WeCom. It does not run within the transaction of
 * an Idempotency-Key, for a slow answer must not hold a database connection; sent again, it asks again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CallsOut {}
