/**
 * What the person has been told about money when work begins or changes, and what they have decided that an employer may be told. Owns
 * {@code benefit_counsellings} and {@code disclosure_talks}.
 */
@NamedInterface("counsel")
@NullMarked
package se.framsteg.employment.counsel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
