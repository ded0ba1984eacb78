using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>A signed message to another system.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Id">Its id, for <see cref="WebhookSignature.IdHeader"/>.</param>
/// <param name="At">The time of the try, for <see cref="WebhookSignature.TimestampHeader"/>.</param>
/// <param name="Signatures">For <see cref="WebhookSignature.SignatureHeader"/>.</param>
/// <param name="Body">The body, JSON.</param>
public sealed record WebhookRequest(Uri Target, string Id, Instant At, string Signatures, string Body);
