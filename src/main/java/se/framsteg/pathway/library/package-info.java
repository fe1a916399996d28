/**
 * The pathways that can be read: what ships with Framsteg, and what an association writes, publishes and retires itself, as
 * with instruments.
 */
@NamedInterface("library")
@NullMarked
package se.framsteg.pathway.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
