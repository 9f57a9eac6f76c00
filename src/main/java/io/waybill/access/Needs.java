package io.waybill.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What somebody who is signed in must be allowed to call an endpoint or, on a controller, its endpoints that say nothing else; API keys
 * have scopes instead. An endpoint without it is refused to everybody who is signed in.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** All of them; none: to be signed in is enough. */
    Permission[] value();
}
