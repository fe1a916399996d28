package se.framsteg.economy.calculation;

/** How far ahead is counted. */
public enum Horizon {
    ONE_YEAR(12),
    FIVE_YEARS(60);

    private final int months;

    Horizon(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }
}
