/**
 * Reverse check (S46, S73): a person of school age on a register who is no pupil of the county is a task of the central school
 * of the household's town. It finds out where the person is; what ends the matter needs a second person, the rest goes on in
 * dropout control or at the matching desk. Nobody is dropped without an answer (S16, S72).
 */
package cn.gov.zhuozhou.aid.registry.reversecheck;
