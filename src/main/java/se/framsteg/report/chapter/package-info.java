/** Where the chapters of a report get what fills itself in: one source for each. */
@NullMarked
package se.framsteg.report.chapter;

import org.jspecify.annotations.NullMarked;
