/**
 * The instruments of this installation: those that ship with it are published when it starts, everybody on the staff can
 * read them, and initiatives choose among them. Owns {@code instruments}.
 */
@NamedInterface("library")
@NullMarked
package se.framsteg.assessment.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
