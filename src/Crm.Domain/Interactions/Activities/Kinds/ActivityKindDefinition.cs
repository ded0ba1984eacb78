using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What holds for every activity of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">English name for people.</param>
public sealed record ActivityKindDefinition(ActivityKind Kind, string Name)
{
    /// <summary>How long one takes that is planned without an end; null for what is only due by a moment, a task.</summary>
    /// <value>Null by default.</value>
    public Duration? UsualLength { get; init; }

    /// <summary>The channel over which the contact is recorded when one is held.</summary>
    /// <value>Null by default: no contact is recorded.</value>
    public ChannelKey? Channel { get; init; }
}
