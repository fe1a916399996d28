/** How a message leaves the house: by e-mail (SMTP) or by SMS (an HTTP gateway), and what can go wrong on the way. */
@NamedInterface("carrier")
@NullMarked
package se.framsteg.notification.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
