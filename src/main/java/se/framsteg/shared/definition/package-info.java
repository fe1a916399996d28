/**
 * Definition files: what an association can write down as data in YAML. Reads any of them as what it ought to be, and tells what
 * is wrong, where, and how it is mended. Keeps them in a table of the room that owns them. What a file defines is known to the room that
 * reads it.
 */
@NullMarked
package se.framsteg.shared.definition;

import org.jspecify.annotations.NullMarked;
