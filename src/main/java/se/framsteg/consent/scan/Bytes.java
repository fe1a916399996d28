package se.framsteg.consent.scan;

/** Looks for bytes among bytes. */
final class Bytes {
    private Bytes() {}

    /** Where it first stands from there on; -1 if nowhere. */
    static int find(byte[] in, byte[] what, int from) {
        for (int i = Math.max(0, from); i <= in.length - what.length; i++) {
            if (standsAt(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    static boolean standsAt(byte[] in, byte[] what, int at) {
        if (at < 0 || at > in.length - what.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    static int unsigned(byte[] in, int at) {
        return in[at] & 0xFF;
    }
}
