"""Which processes a run is given."""

from __future__ import annotations

from eventx.pipeline.dask_crew import DaskCrew
from eventx.pipeline.process_crew import ProcessCrew
from eventx.pipeline.worker_process import Job
from eventx.pipeline.workers import Crew


def crew_for(job: Job) -> Crew:
    """Those of a Dask cluster if the settings name one, else processes on this machine."""
    settings = job.settings
    if settings.scheduler is not None:
        return DaskCrew(job, settings.scheduler, settings.workers)
    return ProcessCrew(job, settings.workers)
