using Crm.Domain.Interactions;

namespace Crm.Samples.Web.Api;

/// <summary>A contact as it was recorded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">Key of the channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Body">What was said or written.</param>
/// <param name="At">When it began.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="ExternalId">Its id in the system that brought it.</param>
public sealed record RecordedContact(
    Guid Id, Guid CustomerId, string Channel, string Direction, string Subject, string? Body, DateTimeOffset At, double? DurationSeconds, string? ExternalId)
{
    public static RecordedContact Of(Interaction interaction) => new(
        interaction.Id.Value,
        interaction.CustomerId.Value,
        interaction.Channel.Value,
        interaction.Direction.ToString().ToLowerInvariant(),
        interaction.Subject,
        interaction.Body,
        interaction.At.ToDateTimeOffset(),
        interaction.Duration?.TotalSeconds,
        interaction.ExternalId);
}
