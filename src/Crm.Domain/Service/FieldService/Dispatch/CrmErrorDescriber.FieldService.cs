namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such visit.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitNotFound(string key) => Error(nameof(VisitNotFound), "There is no visit {0}.", "visit", key);

    /// <summary>The visit's status does not allow this.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(VisitTransitionNotAllowed), "Visit {0} cannot go from {1} to {2}.", "visit", number, from, to);

    /// <summary>The visit can no longer be described anew.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitNotOpen(string number, string status) =>
        Error(nameof(VisitNotOpen), "Visit {0} can no longer be changed: {1}.", "visit", number, status);

    /// <summary>Nobody is booked for the visit.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitNotBooked(string number) => Error(nameof(VisitNotBooked), "Nobody is booked for visit {0}.", "visit", number);

    /// <summary>The booking's status does not allow this.</summary>
    /// <param name="number">Number of the visit.</param>
    /// <param name="from">Name of the status of its booking.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BookingTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(BookingTransitionNotAllowed), "The booking of visit {0} cannot go from {1} to {2}.", "booking", number, from, to);

    /// <summary>The booking ends before it begins.</summary>
    /// <param name="number">Number of the visit.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BookingReversed(string number) => Error(nameof(BookingReversed), "The booking of visit {0} ends before it begins.", "end", number);

    /// <summary>The times of the booking do not fit the grid.</summary>
    /// <param name="minutes">Length of a slot.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BookingNotOnGrid(int minutes) => Error(nameof(BookingNotOnGrid), "Times of bookings are on a grid of {0} minutes.", "start", minutes);

    /// <summary>A booking with travel and buffer is too long, or one of them is negative.</summary>
    /// <param name="hours">The longest.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BookingTooLong(int hours) =>
        Error(nameof(BookingTooLong), "A booking with travel and buffer takes at most {0} hours, and neither is negative.", "end", hours);

    /// <summary>The visit would not begin in the window that the customer wants.</summary>
    /// <param name="number">Number of the visit.</param>
    /// <param name="from">When it may begin at the earliest.</param>
    /// <param name="until">When it may begin at the latest.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OutsideRequestedWindow(string number, string from, string until) =>
        Error(nameof(OutsideRequestedWindow), "Visit {0} is to begin from {1} to {2}.", "start", number, from, until);

    /// <summary>The booking would begin in the past.</summary>
    /// <param name="number">Number of the visit.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BookingInThePast(string number) => Error(nameof(BookingInThePast), "The booking of visit {0} would begin in the past.", "start", number);

    /// <summary>There is no way to the visit.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitUnreachable(string number) => Error(nameof(VisitUnreachable), "There is no way to visit {0}.", "visit", number);

    /// <summary>The place of the visit on the earth is not known, so that it cannot be planned.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitWithoutPlace(string number) => Error(nameof(VisitWithoutPlace), "The coordinates of visit {0} are not known.", "visit", number);

    /// <summary>No technician has the skills that the visit needs.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NobodyForVisit(string number) => Error(nameof(NobodyForVisit), "No technician has the skills that visit {0} needs.", "visit", number);

    /// <summary>No time was found for the visit.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NoTimeForVisit(string number) => Error(nameof(NoTimeForVisit), "No time was found for visit {0}.", "visit", number);

    /// <summary>The visit changed since it was planned.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PlanOutdated(string number) => Error(nameof(PlanOutdated), "Visit {0} changed since it was planned.", "visit", number);

    /// <summary>There is no such technician.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianNotFound(string key) => Error(nameof(TechnicianNotFound), "There is no technician {0}.", "technician", key);

    /// <summary>Somebody by that id is a technician already.</summary>
    /// <param name="user">The id.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianAlreadyPresent(string user) => Error(nameof(TechnicianAlreadyPresent), "{0} is a technician already.", "technician", user);

    /// <summary>The technician is out of service.</summary>
    /// <param name="name">The technician.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianNotActive(string name) => Error(nameof(TechnicianNotActive), "{0} is out of service.", "technician", name);

    /// <summary>The technician is in service.</summary>
    /// <param name="name">The technician.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianActive(string name) => Error(nameof(TechnicianActive), "{0} is in service already.", "technician", name);

    /// <summary>The technician does not work at that time.</summary>
    /// <param name="name">The technician.</param>
    /// <param name="from">From when.</param>
    /// <param name="until">Until when.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianNotWorking(string name, string from, string until) =>
        Error(nameof(TechnicianNotWorking), "{0} does not work all the time from {1} to {2}.", "start", name, from, until);

    /// <summary>The technician is absent at that time.</summary>
    /// <param name="name">The technician.</param>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianAbsent(string name, string from, string until) =>
        Error(nameof(TechnicianAbsent), "{0} is absent from {1} to {2}.", "start", name, from, until);

    /// <summary>The technician has another booking at that time.</summary>
    /// <param name="name">The technician.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianBusy(string name) => Error(nameof(TechnicianBusy), "{0} has another booking at that time.", "start", name);

    /// <summary>The technician lacks a skill, or its level.</summary>
    /// <param name="name">The technician.</param>
    /// <param name="skill">The skill with the level that is enough.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SkillMissing(string name, string skill) => Error(nameof(SkillMissing), "{0} does not have the skill {1}.", "technician", name, skill);

    /// <summary>The technician has no certificate of a skill.</summary>
    /// <param name="name">The technician.</param>
    /// <param name="skill">The skill.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CertificateMissing(string name, string skill) =>
        Error(nameof(CertificateMissing), "{0} has no certificate of {1}.", "technician", name, skill);

    /// <summary>The certificate is no longer valid on the day of the visit.</summary>
    /// <param name="name">The technician.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="until">Its last day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CertificateExpired(string name, string skill, string until) =>
        Error(nameof(CertificateExpired), "The certificate of {0} for {1} is valid until {2}.", "technician", name, skill, until);

    /// <summary>The absence ends before it begins.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError AbsenceReversed() => Error(nameof(AbsenceReversed), "The absence ends before it begins.", "until");

    /// <summary>So many absences are not kept.</summary>
    /// <param name="most">The most.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AbsencesTooMany(int most) => Error(nameof(AbsencesTooMany), "At most {0} absences are kept; take old ones back.", "absence", most);

    /// <summary>There is no such absence.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AbsenceNotFound(string key) => Error(nameof(AbsenceNotFound), "There is no absence {0}.", "absence", key);

    /// <summary>The technician has no e-mail address.</summary>
    /// <param name="name">The technician.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TechnicianWithoutAddress(string name) => Error(nameof(TechnicianWithoutAddress), "{0} has no e-mail address.", "technician", name);

    /// <summary>The clocks skip the local time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LocalTimeSkipped(string time, string zone) => Error(nameof(LocalTimeSkipped), "The clocks of {1} skip {0}.", "start", time, zone);

    /// <summary>The clocks show the local time twice.</summary>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LocalTimeAmbiguous(string time, string zone) => Error(nameof(LocalTimeAmbiguous), "The clocks of {1} show {0} twice.", "start", time, zone);

    /// <summary>Nobody can come at the time that a customer chose, or not any more.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError VisitTimeNotFree() => Error(nameof(VisitTimeNotFree), "That time is not free.", "start");

    /// <summary>It is too late for the customer to change a visit by itself.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="hours">Until how many hours before it begins that is possible.</param>
    /// <returns>The error.</returns>
    public virtual CrmError VisitChangeTooLate(string number, double hours) =>
        Error(nameof(VisitChangeTooLate), "Visit {0} can be changed here until {1} hours before it begins.", "visit", number, hours);
}
