/** The application's data in H2, reached through a connection pool. Knows no HTTP and no AI. */
package dev.aiendpoint.standin.data;
