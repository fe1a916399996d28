/**
 * Where an association makes instruments of its own: by filling in forms part by part, as text, or from a file; and sees them
 * as respondents will. Works on drafts through {@link se.framsteg.assessment.library.InstrumentDrafts}; owns no table.
 */
@NullMarked
package se.framsteg.assessment.editor;

import org.jspecify.annotations.NullMarked;
