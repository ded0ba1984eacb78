using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A proposal for a day: who visits whom, and when. Nothing is booked before it is applied.</summary>
/// <param name="Day">The day, in the business's own time zone.</param>
/// <param name="Bookings">What is proposed, by technician and time.</param>
/// <param name="NotPlanned">The visits that found no place, with the reason of each.</param>
/// <param name="Travel">The travel of all tours together, there and back.</param>
public sealed record VisitDayPlan(LocalDate Day, IReadOnlyList<ProposedBooking> Bookings, IReadOnlyList<VisitNotPlanned> NotPlanned, Duration Travel);

/// <summary>A booking that a plan proposes.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version of the visit that was planned.</param>
/// <param name="Appointment">Who, and when.</param>
public sealed record ProposedBooking(ServiceVisitId VisitId, VisitNumber Number, long Version, VisitAppointment Appointment);

/// <summary>A visit that found no place in a plan.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Why: <c>VisitWithoutPlace</c>, <c>NobodyForVisit</c>, <c>VisitUnreachable</c>, <c>NoTimeForVisit</c>.</param>
public sealed record VisitNotPlanned(ServiceVisitId VisitId, VisitNumber Number, CrmError Reason);
