/**
 * Notes (anteckningar) of a case. A draft is its author's alone and is saved while it is written. Signed it never changes: a
 * correction is a new version with a reason, and what the person disputes stands beside it (SoL 14 kap.). Owns {@code notes},
 * {@code note_versions}, {@code note_dissents} and {@code note_drafts}.
 */
@NamedInterface("note")
@NullMarked
package se.framsteg.cases.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
