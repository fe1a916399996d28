package se.framsteg.exchange;

import java.util.Arrays;

/** Reads an uploaded file, which may be anything and mean harm. What it is, its content tells and not its name. */
final class TableFile {
    static final int LARGEST = Import.LARGEST_FILE;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Excel of before 2007, and also what Excel writes today when a file has a password. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableFile() {}

    /**
     * @param sheet the name of the sheet to read from a workbook; empty for the longest
     * @throws UnreadableFileException if no table can be read from it
     */
    static Grid read(byte[] file, String sheet) {
        if (file.length == 0) {
            throw new UnreadableFileException("import.file.required");
        }
        if (file.length > LARGEST) {
            throw new UnreadableFileException("import.file.large");
        }
        if (startsWith(file, COMPOUND)) {
            throw new UnreadableFileException("import.file.locked");
        }
        return startsWith(file, ZIP) ? ExcelFile.read(file, sheet) : CsvFile.read(file);
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
