"""Ids as distinct types, so that one is never passed for another."""

from typing import NewType

AgencyId = NewType("AgencyId", str)
PlanId = NewType("PlanId", str)
TaskId = NewType("TaskId", str)
TargetId = NewType("TargetId", str)
GoalId = NewType("GoalId", str)
"""A target whatever its version: the plan's id, a slash, the target's code."""

StepId = NewType("StepId", str)
"""Id of a step of a plan's road map."""

RecordId = NewType("RecordId", str)
"""Id of anything an officer records: an activity, a product, a broadcast …"""

Code = NewType("Code", str)
"""Code of a value in a catalogue: stable, never shown alone."""
