/** The text that a person is shown when asked for consent, in its versions and languages. */
@NamedInterface("text")
@NullMarked
package se.framsteg.consent.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
