package se.framsteg.statistics.ledger;

/**
 * A part of some, and between what the share lies with 95 % certainty if these are seen as a sample of all who could have come: the interval of
 * Wilson (1927, JASA 22:209, doi:10.1080/01621459.1927.10502953), which keeps its promise also of few and near 0 and 1 (Brown, Cai &
 * DasGupta 2001, Statistical Science 16:101, doi:10.1214/ss/1009213286).
 *
 * @param part how many, 0 to {@code of}
 * @param of of how many, more than 0
 */
public record Share(int part, int of) {
    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (of <= 0 || part < 0 || part > of) {
            throw new IllegalArgumentException("a share is a part of some: %d of %d".formatted(part, of));
        }
    }

    /** From 0 to 1. */
    public double value() {
        return (double) part / of;
    }

    public double low() {
        return part == 0 ? 0 : Math.max(0, middle() - half());
    }

    public double high() {
        return part == of ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (part + Z * Z / 2) / (of + Z * Z);
    }

    private double half() {
        return Z / (of + Z * Z) * Math.sqrt((double) part * (of - part) / of + Z * Z / 4);
    }
}
