/** What the engine was given, kept as text, and given to it again: with the same flows for the same answers, or with others. */
@NullMarked
@NamedInterface("replay")
package io.waybill.flow.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
