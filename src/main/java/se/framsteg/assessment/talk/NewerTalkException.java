package se.framsteg.assessment.talk;

import se.framsteg.shared.NotFoundException;

/**
 * A newer round has come to be talked about since, as when somebody answers it while this talk is being held. Nothing has been
 * written down; the form keeps what was typed, and offers to write it down in the newer talk.
 */
public class NewerTalkException extends NotFoundException {}
