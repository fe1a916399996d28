package se.framsteg.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the review of the journal is kept going.
 *
 * @param every an organisation's administrator is reminded when so long has passed since the last one was started
 */
@ConfigurationProperties("framsteg.log-review")
record ReviewSettings(@DefaultValue("31d") Duration every) {}
