package se.framsteg.contact;

/** Where somebody who works with persons logs contacts and time, and sees what they have logged. */
public enum ContactLog {
    OWN
}
