/** Values of a flow: literals, texts with expressions in them, and JSONata expressions with bounds. */
@NullMarked
package io.waybill.flow.expression;

import org.jspecify.annotations.NullMarked;
