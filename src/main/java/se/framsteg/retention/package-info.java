/**
 * The end of data: how long each controller keeps its cases, which are kept longer, and how what is due is taken out of the
 * database, with a receipt that tells nothing of anybody. Nothing goes that the organisation's administrator has not approved,
 * who sees case numbers and no case. Owns {@code retention_rules}, {@code retention_holds}, {@code disposals},
 * {@code disposal_counts}, {@code disposal_cases}, {@code disposal_referrals}, {@code disposal_withdrawals}, {@code scheduled_disposals},
 * what is left for the statistics in {@code kept_cases} and {@code kept_rounds}, and the functions {@code dispose_of_case},
 * {@code dispose_of_referral}, {@code withdraw_approval} and {@code mix_kept}. See docs/retention.md.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "print",
            "audit",
            "access",
            "home",
            "organisation",
            "initiative",
            "cases",
            "cases :: extract",
            "rights"
        })
@NullMarked
package se.framsteg.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
