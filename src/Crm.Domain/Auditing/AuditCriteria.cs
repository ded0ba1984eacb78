using NodaTime;

namespace Crm.Domain.Auditing;

/// <summary>Which saves of a record to list; every condition that is set must hold.</summary>
public sealed record AuditCriteria
{
    /// <summary>Every save.</summary>
    public static AuditCriteria All { get; } = new();

    /// <summary>
    /// A field such as <c>DisplayName</c> or <c>Name.Family</c>, a kind of part such as <c>ContactPoint</c>, or a custom field as
    /// <c>CustomFields:key</c>. Only saves that
    /// changed it are listed, and only its changes of them.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>Id of who acted.</summary>
    public string? ActorId { get; init; }

    /// <summary>Not before this instant.</summary>
    public Instant? From { get; init; }

    /// <summary>Before this instant.</summary>
    public Instant? Before { get; init; }
}
