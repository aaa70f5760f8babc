/** One class for each group of the application's endpoints. Knows no Jetty and no SQL. */
package dev.aiendpoint.standin.endpoint;
