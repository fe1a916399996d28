package se.framsteg.economy.calculation;

import java.util.EnumSet;
import java.util.Set;
import se.framsteg.economy.amount.Party;

/**
 * Whom a result is for: each party, the four that are paid for by taxes together, and society. The public purse is a sum, in which what one party
 * pays another is as large on both sides; society is none, see {@link Party#SOCIETY}.
 */
public enum Purse {
    FK(Party.FK),
    STATE(Party.STATE),
    KOMMUN(Party.KOMMUN),
    REGION(Party.REGION),
    PUBLIC(Party.FK, Party.STATE, Party.KOMMUN, Party.REGION),
    INDIVIDUAL(Party.INDIVIDUAL),
    SOCIETY(Party.SOCIETY);

    private final Set<Party> parties;

    Purse(Party first, Party... others) {
        this.parties = EnumSet.of(first, others);
    }

    Set<Party> parties() {
        return parties;
    }
}
