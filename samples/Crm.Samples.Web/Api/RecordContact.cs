using System.ComponentModel.DataAnnotations;

namespace Crm.Samples.Web.Api;

/// <summary>
/// What a caller may say about a contact. A type of its own: what is not in it cannot be set from outside, and an entity that
/// changes does not change the API.
/// </summary>
public sealed record RecordContact
{
    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>Key of the channel, such as <c>phone</c> or <c>email</c>.</summary>
    [MaxLength(32)]
    public required string Channel { get; init; }

    /// <summary><c>inbound</c>, <c>outbound</c> or <c>internal</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>One line: what it was about.</summary>
    [MaxLength(200)]
    public required string Subject { get; init; }

    /// <summary>What was said or written.</summary>
    public string? Body { get; init; }

    /// <summary>When it began; now, when it is left out.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long it took.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>The message's id in the system that brought it. Sent twice, it is recorded once.</summary>
    [MaxLength(400)]
    public string? ExternalId { get; init; }
}
