/**
 * The page {@code report.html}: static, without script, inline style or embedded picture, so that
 * it can be read under the strictest content security policy. A section is a class.
 */
package dev.aiendpoint.report.page;
