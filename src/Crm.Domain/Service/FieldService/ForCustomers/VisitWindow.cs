using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time that a customer can choose for a visit.</summary>
/// <param name="Start">When the work would begin.</param>
/// <param name="End">When it would be over.</param>
public sealed record VisitWindow(Instant Start, Instant End);
