/** What stands in a report, ready to be shown, printed or taken along: made once in each language, and kept as it was made. */
@NamedInterface("content")
@NullMarked
package se.framsteg.report.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
