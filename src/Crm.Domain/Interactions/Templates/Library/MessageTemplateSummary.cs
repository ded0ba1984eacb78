using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A message template in a list.</summary>
/// <param name="Id">The template.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose for which it is sent.</param>
/// <param name="Versions">How many versions there are.</param>
/// <param name="ArchivedAt">Since when it is not used any more.</param>
public sealed record MessageTemplateSummary(MessageTemplateId Id, string Key, ChannelKey Channel, string Purpose, int Versions, Instant? ArchivedAt);
