/** What a user or the application may use in a time: calls and money. Knows no HTTP. */
package dev.aiendpoint.standin.limit;
