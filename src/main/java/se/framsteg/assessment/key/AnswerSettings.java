package se.framsteg.assessment.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How participants are let in.
 *
 * @param lives how long a key is valid, if the round is not closed before that
 * @param idle how long one can be away from the questions before having to come in again
 */
@ConfigurationProperties("framsteg.answer-key")
record AnswerSettings(
        @DefaultValue("14d") Duration lives,
        @DefaultValue("2h") Duration idle) {}
