using Crm.Domain.Interactions;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary>How a contact is printed.</summary>
internal static class InteractionRows
{
    public static object Json(Interaction contact) => new
    {
        contact.Id,
        contact.CustomerId,
        contact.OrganisationId,
        Channel = contact.Channel.Value,
        contact.Direction,
        contact.At,
        DurationSeconds = contact.Duration?.TotalSeconds,
        contact.Subject,
        contact.Body,
        contact.AgentId,
        contact.CustomerAddress,
        contact.OurAddress,
        contact.Audience,
        Links = contact.Links.Select(l => l.ToSubject()),
        contact.ExternalId,
        contact.InReplyTo,
        contact.ThreadKey,
        contact.IsAutomatic,
        contact.CountsAsResponse,
        Participants = contact.Participants.OrderBy(p => p.Number).Select(p => new { p.Number, p.Role, p.Address, p.Name, p.CustomerId, p.AgentId, p.Acceptance, p.AnsweredAt }),
        Attachments = contact.Attachments.OrderBy(a => a.Number).Select(a => new { a.Number, a.Name, a.ContentType, a.Size, a.Sha256 }),
        Call = contact.Call is not { } call ? null : new
        {
            call.Status, call.NumberDialled, call.NumberKind, call.Recording, WaitSeconds = call.Wait?.TotalSeconds, TalkSeconds = call.Talk?.TotalSeconds,
            HoldSeconds = call.Hold?.TotalSeconds, WrapUpSeconds = call.WrapUp?.TotalSeconds,
        },
        contact.Version,
    };

    public static void Print(Report report, Interaction contact)
    {
        report.Heading(contact.Subject).Fields(
            ("Id", contact.Id),
            ("Customer", contact.CustomerId),
            ("Channel", $"{contact.Channel}, {contact.Direction}"),
            ("At", contact.At),
            ("Took", Took(contact.Duration)),
            ("Agent", contact.AgentId),
            ("From or to", contact.CustomerAddress),
            ("Our line", contact.OurAddress),
            ("Call", contact.Call?.Status),
            ("Dialled", contact.Call?.NumberDialled),
            ("Waited", Took(contact.Call?.Wait)),
            ("On hold", Took(contact.Call?.Hold)),
            ("Wrap-up", Took(contact.Call?.WrapUp)),
            ("Recording", contact.Call?.Recording),
            ("Written by", contact.IsAutomatic ? "a machine" : null),
            ("About", contact.Links.Count == 0 ? null : string.Join(", ", contact.Links.Select(l => $"{l.SubjectKind} {l.SubjectId}"))),
            ("Said", contact.Body));
        if (contact.Participants.Count > 0)
        {
            report.Heading("Participants").Table(
                ["No.", "Role", "Who", "Address", "Answer"],
                contact.Participants.OrderBy(p => p.Number).Select(p => new object?[] { p.Number, p.Role, p.Name ?? p.AgentId ?? p.CustomerId?.ToString(), p.Address, p.Acceptance }));
        }

        if (contact.Attachments.Count > 0)
        {
            report.Heading("Attachments").Table(
                ["No.", "Name", "Type", "Bytes"], contact.Attachments.OrderBy(a => a.Number).Select(a => new object?[] { a.Number, a.Name, a.ContentType, a.Size }));
        }
    }

    private static string? Took(Duration? duration) => duration?.ToString("H:mm:ss", null);
}
