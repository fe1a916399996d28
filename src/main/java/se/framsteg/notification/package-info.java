/**
 * Reminders by e-mail or SMS, to those who have said that they want them. A message holds nothing about the person: a
 * neutral sentence, the way in, and a link that stops further ones. What there is to be reminded of is told by the rooms
 * that know, through {@link se.framsteg.notification.ReminderSource}. Other rooms send single letters through
 * {@link se.framsteg.notification.Outbox}. Owns {@code reminder_choices}, {@code reminder_stop_links}, {@code reminders},
 * {@code outbox} and {@code scheduled_tasks}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "organisation",
            "initiative",
            "cases",
            "cases :: extract",
            "home"
        })
@NullMarked
package se.framsteg.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
