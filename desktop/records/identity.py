"""Ids as distinct types, so that one is never passed for another."""

from typing import NewType

AgencyId = NewType("AgencyId", str)
PlanId = NewType("PlanId", str)
TaskId = NewType("TaskId", str)
TargetId = NewType("TargetId", str)
RecordId = NewType("RecordId", str)
"""Id of anything an officer records: an activity, a product, a broadcast …"""

Code = NewType("Code", str)
"""Code of a value in a catalogue: stable, never shown alone."""
