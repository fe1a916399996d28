/**
 * What an initiative is to cost and has cost, by calendar year and by who pays. No participant is in it. Owns
 * {@code initiative_parties}, {@code initiative_budgets} and {@code initiative_costs}.
 */
@NamedInterface("money")
@NullMarked
package se.framsteg.initiative.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
