/**
 * What a method is as data, and how a file becomes one. Pure Java without database: a pathway is read from the YAML format of
 * {@code docs/pathway-format.md} by {@link se.framsteg.pathway.method.PathwayReader} and never changes afterwards. Nothing here
 * knows a method by name.
 *
 * <p>Owns no table. The shipped pathways lie in {@code src/main/resources/pathways}.
 */
@NamedInterface("method")
@NullMarked
package se.framsteg.pathway.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
