/** A report as a document that a word processor opens, and its tables as one that a spreadsheet opens. */
@NamedInterface("paper")
@NullMarked
package se.framsteg.report.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
