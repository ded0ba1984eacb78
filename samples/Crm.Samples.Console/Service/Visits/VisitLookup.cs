using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Service.Visits;

/// <summary>Finds visits and technicians by what people type, and prints them.</summary>
internal static class VisitLookup
{
    public const string Keys = "The visit's number or id.";
    public const string TechnicianKeys = "The technician's user id or id.";

    public static async Task<ServiceVisit> VisitAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var field = session.Get<FieldService>();
        var found = ServiceVisitId.TryParse(key, null, out var id) ? await field.FindAsync(id, cancellationToken)
            : key.Trim().Length is > 0 and <= VisitNumber.MaxLength ? await field.FindAsync(new VisitNumber(key.Trim().ToUpperInvariant()), cancellationToken)
            : null;
        return found.OrFail(session.Errors.VisitNotFound(key));
    }

    public static async Task<Technician> TechnicianAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var technicians = session.Get<Technicians>();
        var found = TechnicianId.TryParse(key, null, out var id) ? await technicians.FindAsync(id, cancellationToken) : await technicians.FindAsync(key, cancellationToken);
        return found.OrFail(session.Errors.TechnicianNotFound(key));
    }

    public static async Task PrintAsync(Run run, CrmSession session, ServiceVisit visit, CancellationToken cancellationToken)
    {
        var names = new Dictionary<TechnicianId, string>();
        foreach (var id in visit.Bookings.Select(b => b.TechnicianId).Distinct())
        {
            names[id] = (await session.Get<Technicians>().FindAsync(id, cancellationToken))?.Name ?? id.ToString();
        }

        run.Output.Write(Document(visit), report => Print(report, visit, names));
    }

    public static object Document(ServiceVisit visit) => new
    {
        visit.Id, Number = visit.Number.Value, visit.CustomerId, visit.CaseId, visit.Subject, visit.Status, visit.Priority, Address = visit.Address?.ToString(), Place = visit.Place?.ToString(), visit.TimeZone,
        From = visit.WindowFrom, Until = visit.WindowUntil, EstimatedMinutes = visit.EstimatedDuration.TotalMinutes, visit.Instructions,
        Skills = visit.Skills.Select(s => new { s.Skill, s.Level, s.IsCertified }), Parts = visit.Parts.Select(p => new { p.Sku, p.Quantity }),
        Bookings = visit.Bookings.OrderBy(b => b.Number).Select(b => new
        {
            b.Id, b.Number, Technician = b.TechnicianId, b.Status, Start = b.PlannedStart, End = b.PlannedEnd, TravelMinutes = b.PlannedTravel.TotalMinutes, b.DepartedAt, b.ArrivedAt, b.EndedAt, b.Reason, b.Report,
            ActualTravelMinutes = b.Travel?.TotalMinutes, OnSiteMinutes = b.OnSite?.TotalMinutes, b.Sequence, PartsUsed = visit.PartsUsed.Where(p => p.BookingId == b.Id).Select(p => new { p.Sku, p.Quantity }),
        }),
        visit.PermittedTransitions, visit.Sequence, visit.Version,
    };

    private static void Print(Report report, ServiceVisit visit, Dictionary<TechnicianId, string> names)
    {
        report.Heading($"{visit.Number} {visit.Subject}").Fields(
            ("Id", visit.Id),
            ("Customer", visit.CustomerId),
            ("Status", visit.Status),
            ("From", visit.WindowFrom),
            ("Until", visit.WindowUntil),
            ("Address", visit.Address),
            ("Place", visit.Place),
            ("Skills", visit.Skills.Count == 0 ? null : string.Join(", ", visit.Skills.Select(s => $"{s.Skill}={s.Level}{(s.IsCertified ? "!" : "")}"))),
            ("Instructions", visit.Instructions));
        foreach (var booking in visit.Bookings.OrderBy(b => b.Number))
        {
            report.Line().Heading($"Booking {booking.Number}").Fields(
                ("Technician", names[booking.TechnicianId]),
                ("Status", booking.Status),
                ("Start", booking.PlannedStart),
                ("End", booking.PlannedEnd),
                ("Left", booking.DepartedAt),
                ("There", booking.ArrivedAt),
                ("Ended", booking.EndedAt),
                ("Report", booking.Report),
                ("Reason", booking.Reason));
        }
    }
}
