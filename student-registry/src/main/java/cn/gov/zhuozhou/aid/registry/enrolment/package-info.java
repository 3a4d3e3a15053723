/**
 * Where a pupil was on any past day: school, stage, grade, class, boarding and state, from what enrolment files and people have
 * said. Boarding is paid on, so it must be known for every day of a semester. A move between schools of the county is one step,
 * not a leaving and an arrival.
 */
package cn.gov.zhuozhou.aid.registry.enrolment;
