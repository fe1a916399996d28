package se.framsteg.notification.carrier;

/** Why messages don't go one way at all. */
public enum Obstacle {
    /** A demo writes to nobody. */
    DEMO,
    /** Switched off in the settings. */
    OFF,
    /** Nobody has told where the installation is reached, so no link can be written. */
    NO_BASE_URL,
    /** There is no server or gateway in the settings. */
    NOT_SET_UP
}
