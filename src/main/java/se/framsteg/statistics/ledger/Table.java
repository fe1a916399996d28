package se.framsteg.statistics.ledger;

/**
 * What rows of the ledger can be added to each other.
 *
 * @param area of progress, the voice and the dimension’s key, else empty
 * @param level of the ladder, 0 the coarsest; of {@link Attribute#NUMBER} there is no other
 */
record Table(Universe universe, Attribute attribute, String area, int level) {
    static Table number(Universe universe) {
        return new Table(universe, Attribute.NUMBER, "", 0);
    }
}
