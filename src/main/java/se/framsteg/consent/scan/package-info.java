/** What is looked for in a scanned paper before it is kept: that it is what it seems to be, and nothing that acts. */
@NamedInterface("scan")
@NullMarked
package se.framsteg.consent.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
