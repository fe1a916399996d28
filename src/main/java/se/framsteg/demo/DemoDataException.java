package se.framsteg.demo;

/** The database holds the demo population, but the program was started for real. */
class DemoDataException extends RuntimeException {
    DemoDataException() {
        super("The database holds the demo population, whose passwords everybody knows.");
    }
}
