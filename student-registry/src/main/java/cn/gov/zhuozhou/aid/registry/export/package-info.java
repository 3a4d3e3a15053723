/**
 * Lists that leave the system, and sheets to be entered into the national one: laid out by data, with masked numbers unless a reviewer
 * approved otherwise, marked with who took them and for what. What was taken out stays known, its content does not.
 */
package cn.gov.zhuozhou.aid.registry.export;
