using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>How often something came up.</summary>
/// <param name="Kind">What the statements are.</param>
/// <param name="Topic">What they are about.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Customers">How many customers made them.</param>
/// <param name="LastAt">When the last one was made.</param>
public sealed record TopicCount(StatementKind Kind, string Topic, int Count, int Customers, Instant LastAt);
