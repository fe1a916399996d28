/**
 * The instruments of this installation. Those that ship with it are published when it starts and are everybody's. An
 * association's own are written or loaded by its office and its leads and are seen by nobody else, since the wording may be
 * licensed to it. A draft becomes published, which never changes, and at last retired: rounds that use it go on, new
 * initiatives can't choose it. Owns {@code instruments}.
 */
@NamedInterface("library")
@NullMarked
package se.framsteg.assessment.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
