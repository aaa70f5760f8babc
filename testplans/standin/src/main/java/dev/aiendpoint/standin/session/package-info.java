/**
 * Who is asking: the test users and their sessions. The values are for tests only and open nothing
 * but the stand-in.
 */
package dev.aiendpoint.standin.session;
