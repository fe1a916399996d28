/**
 * The person’s worksheets: filled in on the own phone or together with whoever has the case, saved as written, shared and taken back by the
 * person. Owns {@code worksheets} and {@code worksheet_versions}.
 */
@NamedInterface("sheet")
@NullMarked
package se.framsteg.pathway.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
