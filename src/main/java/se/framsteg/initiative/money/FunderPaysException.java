package se.framsteg.initiative.money;

/** Somebody is to pay or has paid, and can't be taken away. Nothing has been changed. */
public class FunderPaysException extends RuntimeException {
    FunderPaysException() {
        super("pays", null, false, false);
    }
}
