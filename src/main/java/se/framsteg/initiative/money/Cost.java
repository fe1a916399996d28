package se.framsteg.initiative.money;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody has paid or put in.
 *
 * @param on the day it belongs to, which tells the year
 * @param amount in whole kronor
 * @param words what for
 * @param reference of a voucher or a diary; may be empty
 * @param takenBack why it counts no longer, if it has been taken back
 */
public record Cost(
        CostId id,
        FunderId funder,
        LocalDate on,
        long amount,
        String words,
        String reference,
        Optional<String> takenBack) {}
