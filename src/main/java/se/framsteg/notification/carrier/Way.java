package se.framsteg.notification.carrier;

/** By what a message goes. */
public enum Way {
    EMAIL,
    SMS
}
