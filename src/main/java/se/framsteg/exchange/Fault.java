package se.framsteg.exchange;

import java.util.List;

/**
 * Something in a file that must be mended before anything is made of it.
 *
 * @param row as the spreadsheet counts it
 * @param heading of the column; empty if it concerns the whole row
 * @param value what stands there
 * @param problem its text is under {@code import.fault}
 */
public record Fault(int row, String heading, String value, String problem, List<String> arguments) {}
