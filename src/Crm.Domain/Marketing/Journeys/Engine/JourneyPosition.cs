using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Where a contact stands.</summary>
internal readonly record struct JourneyPosition(string Step, Instant ArrivedAt);
