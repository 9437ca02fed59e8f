package io.tilth.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a caller needs for an operation, such as {@code account:write}; empty when being signed in is enough.
 *
 * <p>Every operation carries either this or {@link Anyone}; the server does not start otherwise.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    String value() default "";

    /** Marks an operation that nobody needs to sign in for, such as signing in. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Anyone {}
}
