/**
 * What a team may do after a run: rules that look at a verdict and its figures, each a class, and
 * say something only where there is evidence. They judge nothing; that is {@code baseline}'s.
 */
package dev.aiendpoint.advice;
