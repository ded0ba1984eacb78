using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>No contact names these contents any more, since a person was erased or the time of contacts was over.</summary>
/// <param name="StorageKeys">The keys under which an <see cref="IAttachmentStore"/> keeps them.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.attachments-released")]
public sealed record AttachmentsReleased(IReadOnlyList<string> StorageKeys, Instant OccurredAt) : ICrmEvent;
