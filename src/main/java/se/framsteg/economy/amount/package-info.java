/**
 * What a month in a situation brings or costs whom: dated amounts with a source, those of the association and examples to be replaced.
 */
@NamedInterface("amount")
@NullMarked
package se.framsteg.economy.amount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
