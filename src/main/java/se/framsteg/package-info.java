/** Framsteg: coordinated vocational rehabilitation, from a referral to a job that lasts. */
@org.jspecify.annotations.NullMarked
package se.framsteg;
