/**
 * What a fidelity scale is as data, and how a file becomes one: read from the format of {@code docs/fidelity-format.md}, and never changed
 * once it is published. The items name what is worked out; how that is done stands in {@code measure}. The shipped scales lie in
 * {@code src/main/resources/fidelity}.
 */
@NamedInterface("scale")
@NullMarked
package se.framsteg.fidelity.scale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
