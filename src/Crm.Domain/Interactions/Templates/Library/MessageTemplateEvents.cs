using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A version of a message template was written.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="Language">The language.</param>
/// <param name="Number">The version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.template-written")]
public sealed record MessageTemplateWritten(MessageTemplateId TemplateId, string Key, LanguageTag Language, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A message template is not used any more.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.template-archived")]
public sealed record MessageTemplateArchived(MessageTemplateId TemplateId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A message template is used again.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.template-restored")]
public sealed record MessageTemplateRestored(MessageTemplateId TemplateId, string Key, Instant OccurredAt) : ICrmEvent;
