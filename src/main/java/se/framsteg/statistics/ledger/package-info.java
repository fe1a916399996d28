/**
 * Statistics by sex that can be handed on. Whoever may not see persons is told of a ledger alone: blocks of counts, each written once, about
 * persons who are in no other block of the same table, and so large that no sum or difference of them tells of few
 * (docs/adr/0020-the-association-reads-a-ledger-of-counts.md; what is counted is defined in docs/statistics.md). The initiative’s leads
 * can have the same tables of today’s cases as they are.
 */
@NamedInterface("ledger")
@NullMarked
package se.framsteg.statistics.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
