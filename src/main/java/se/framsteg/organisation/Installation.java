package se.framsteg.organisation;

/** This installation as a whole, as something that can be managed. */
public enum Installation {
    THIS
}
