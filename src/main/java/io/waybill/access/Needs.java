package io.waybill.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What somebody who is signed in must be allowed to call an endpoint or, on a controller, its endpoints; API keys have scopes instead. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** All of them. */
    Permission[] value();
}
