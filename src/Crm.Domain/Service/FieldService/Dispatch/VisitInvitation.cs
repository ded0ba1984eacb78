using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>Between whom an appointment is sent.</summary>
/// <param name="Organiser">The address of the business that invites.</param>
/// <param name="Attendee">The address of whoever is invited.</param>
public sealed record VisitInvitation(EmailAddress Organiser, EmailAddress Attendee)
{
    /// <summary>The name of the business.</summary>
    /// <value>Null by default.</value>
    public string? OrganiserName { get; init; }

    /// <summary>The name of whoever is invited.</summary>
    /// <value>Null by default.</value>
    public string? AttendeeName { get; init; }
}
