"""People sent to us by partners, each with the person's own agreement."""

from casework.referrals.models import Partner, Referral
from casework.referrals.service import Person, Unfit, add_partner, job_ended, job_started, partner_of, refer

__all__ = ["Partner", "Person", "Referral", "Unfit", "add_partner", "job_ended", "job_started", "partner_of", "refer"]
