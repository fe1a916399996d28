/**
 * What the person is told when asked for consent, in each language and version: data files under {@code consent/}, one folder
 * for each version. What somebody has signed is never changed, so a better wording is the next version. Owns no tables.
 */
@NamedInterface("text")
@NullMarked
package se.framsteg.consent.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
