/**
 * JSON as the rest of the code wants to see it: received values read without exceptions, and files
 * of users with the place of every value. Hides Jackson.
 */
package dev.aiendpoint.json;
