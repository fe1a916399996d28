package se.framsteg.assessment.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How participants are let in.
 *
 * @param lives how long a key opens the questions, if the round is not closed before that
 * @param ownPage how long a key opens the participant's own page, from when it was given
 * @param idle how long one can be away before having to come in again
 */
@ConfigurationProperties("framsteg.answer-key")
record AnswerSettings(
        @DefaultValue("14d") Duration lives,
        @DefaultValue("120d") Duration ownPage,
        @DefaultValue("2h") Duration idle) {}
