/**
 * What is registered about a person, for the person to have: rooms supply an
 * {@link se.framsteg.cases.extract.ExtractSource} each with what they own, and the room of rights puts it together
 * (GDPR art. 15). Owns no tables.
 */
@NamedInterface("extract")
@NullMarked
package se.framsteg.cases.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
